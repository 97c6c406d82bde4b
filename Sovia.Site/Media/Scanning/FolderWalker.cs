using System.IO.Enumeration;
using System.Text;

namespace Sovia.Media.Scanning;

/// <summary>
/// Enumerates the regular files of a scan target. Never enters links to folders, follows links to files only inside the root, and records
/// and skips paths that cannot be read.
/// </summary>
/// <param name="scanTarget">The folder or file to enumerate.</param>
/// <param name="foldersToSkip">Folders not to enter: other roots, which are scanned separately, and the data directory.</param>
/// <param name="scanExclusions">The folders and files to skip.</param>
/// <param name="tally">Records the rejected paths.</param>
internal sealed class FolderWalker(ScanTarget scanTarget, IReadOnlySet<string> foldersToSkip, ScanExclusions scanExclusions,
    ScanCounters tally)
{
    private static readonly EnumerationOptions AllEntries =
        new() { AttributesToSkip = 0, IgnoreInaccessible = false, ReturnSpecialDirectories = false };

    /// <summary>Enumerates the files, folder by folder.</summary>
    public IEnumerable<FileEntry> EnumerateFiles()
    {
        if (IsInClosedFolder()) return [];
        if (File.Exists(scanTarget.FullPath))
            return scanExclusions.ExcludesPath(scanTarget.Path) ? [] : GetFile(new FileInfo(scanTarget.FullPath));
        return CanEnter(scanTarget.FullPath) && !scanExclusions.ExcludesFolderPath(scanTarget.Path) ? EnumerateBelow(scanTarget.Path) : [];
    }

    // A change in the data directory below a root does not belong to that root, because it may be in another library's folder.
    private bool IsInClosedFolder() =>
        foldersToSkip.Any(folder => folder != scanTarget.Root && ScanTarget.IsUnder(scanTarget.Root, folder)
            && ScanTarget.IsUnder(folder, scanTarget.FullPath));

    // A folder given by path must not be reached through a link.
    private bool CanEnter(string path) => Directory.Exists(path)
        && (path == scanTarget.Root || !SymbolicLinks.HasLink(scanTarget.Root, path))
        && (path == scanTarget.Root || !foldersToSkip.Contains(path));

    private IEnumerable<FileEntry> GetFile(FileInfo file) => !SymbolicLinks.HasLink(scanTarget.Root, Path.GetDirectoryName(file.FullName)!)
        && Accept(scanTarget.Path, new(file.Name, false, file.LinkTarget is not null, file.Length, file.LastWriteTimeUtc.Ticks)) is { } seen
        ? [seen] : [];

    private IEnumerable<FileEntry> EnumerateBelow(string startFolder)
    {
        var pendingFolders = new Stack<string>([startFolder]);
        while (pendingFolders.TryPop(out var folder))
            foreach (var entry in ReadEntries(folder))
            {
                var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
                if (!IsValidText(entry.Name) && !File.Exists(Path.Combine(scanTarget.Root, path))
                    && !Directory.Exists(Path.Combine(scanTarget.Root, path)))
                    tally.AddRejected(Path.Combine(scanTarget.Root, path), "The name isn't valid text, so the file can't be opened.");
                else if (!entry.IsFolder)
                {
                    if (Accept(path, entry) is { } accepted) yield return accepted;
                }
                else if (entry.IsHidden || scanExclusions.ExcludesFolder(path)) tally.PassedFolders++;
                else if (entry.IsLink) tally.AddRejected(Path.Combine(scanTarget.Root, path), "Link to a folder. Sovia doesn't follow links.");
                else if (!foldersToSkip.Contains(Path.Combine(scanTarget.Root, path))) pendingFolders.Push(path);
            }
    }

    private FileEntry? Accept(string path, Entry entry)
    {
        if (UnfinishedFiles.IsUnfinishedName(entry.Name))
        {
            tally.Waiting++;
            return null;
        }
        if (ScanExclusions.ExcludesFileName(entry.Name))
        {
            tally.PassedFiles++;
            return null;
        }
        if (entry.IsLink)
        {
            if (MediaFileLocator.FindAt(scanTarget.Root, path) is { } file)
                return new(scanTarget.Root, path, file.Length, file.ModifiedAt.UtcTicks);
            tally.AddRejected(Path.Combine(scanTarget.Root, path), "A symbolic link that leads outside the media folder, or nowhere.");
            return null;
        }
        if (entry.Length > 0) return new(scanTarget.Root, path, entry.Length, entry.ModifiedTicks);
        // Pipes, sockets and devices have length 0 too, and opening a pipe would block forever.
        if (Path.HasExtension(entry.Name)) tally.AddRejected(Path.Combine(scanTarget.Root, path), "Empty, or not a regular file.");
        return null;
    }

    private IEnumerable<Entry> ReadEntries(string folder)
    {
        IEnumerator<Entry>? entries = null;
        var path = Path.Combine(scanTarget.Root, folder);
        try
        {
            while (true)
            {
                try
                {
                    entries ??= new FileSystemEnumerable<Entry>(path, Entry.FromFileSystemEntry, AllEntries).GetEnumerator();
                    if (!entries.MoveNext()) yield break;
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    tally.AddRejected(path, "Can't read the folder.");
                    yield break;
                }
                yield return entries.Current;
            }
        }
        finally
        {
            entries?.Dispose();
        }
    }

    private static bool IsValidText(string name)
    {
        foreach (var rune in name.EnumerateRunes())
            if (rune == Rune.ReplacementChar) return false;
        return true;
    }

    private readonly record struct Entry(string Name, bool IsFolder, bool IsLink, long Length, long ModifiedTicks, bool IsHidden = false)
    {
        public static Entry FromFileSystemEntry(ref FileSystemEntry entry) => new(
            entry.FileName.ToString(),
            entry.IsDirectory,
            entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            entry.IsDirectory ? 0 : entry.Length,
            entry.IsDirectory ? 0 : entry.LastWriteTimeUtc.Ticks,
            OperatingSystem.IsWindows() && entry.IsDirectory && (entry.Attributes & (FileAttributes.Hidden | FileAttributes.System)) != 0);
    }
}
