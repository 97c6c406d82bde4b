using System.IO.Enumeration;
using System.Text;

namespace Sovia.Media.Scanning;

/// <summary>
/// Walks the regular files of a scope and looks at each once. Links to folders are not entered, links to files are followed
/// only inside the root; what cannot be read is noted and passed by.
/// </summary>
/// <param name="scanTarget">Where to walk.</param>
/// <param name="closed">Folders not to enter: other roots, which are walked on their own, and the data directory.</param>
/// <param name="scanExclusions">Folders and files to pass by.</param>
/// <param name="tally">Is told what was refused.</param>
internal sealed class FolderWalker(ScanTarget scanTarget, IReadOnlySet<string> closed, ScanExclusions scanExclusions, ScanCounters tally)
{
    private static readonly EnumerationOptions Everything =
        new() { AttributesToSkip = 0, IgnoreInaccessible = false, ReturnSpecialDirectories = false };

    /// <summary>The files as they are met, folder by folder.</summary>
    public IEnumerable<FileEntry> EnumerateFiles()
    {
        if (LiesInClosed()) return [];
        if (File.Exists(scanTarget.FullPath))
            return scanExclusions.ExcludesPath(scanTarget.Path) ? [] : One(new FileInfo(scanTarget.FullPath));
        return IsOpen(scanTarget.FullPath) && !scanExclusions.ExcludesFolderPath(scanTarget.Path) ? Below(scanTarget.Path) : [];
    }

    // What a watch saw change in the data directory below a root is none of that root's: it may be another library's.
    private bool LiesInClosed() =>
        closed.Any(folder => folder != scanTarget.Root && ScanTarget.IsUnder(scanTarget.Root, folder)
            && ScanTarget.IsUnder(folder, scanTarget.FullPath));

    // A folder that is given by name is reached through its links only as far as they stay inside.
    private bool IsOpen(string path) => Directory.Exists(path)
        && (path == scanTarget.Root || !SymbolicLinks.HasLink(scanTarget.Root, path))
        && (path == scanTarget.Root || !closed.Contains(path));

    private IEnumerable<FileEntry> One(FileInfo file) => !SymbolicLinks.HasLink(scanTarget.Root, Path.GetDirectoryName(file.FullName)!)
        && Take(scanTarget.Path, new(file.Name, false, file.LinkTarget is not null, file.Length, file.LastWriteTimeUtc.Ticks)) is { } seen
        ? [seen] : [];

    private IEnumerable<FileEntry> Below(string top)
    {
        var ahead = new Stack<string>([top]);
        while (ahead.TryPop(out var folder))
            foreach (var entry in Entries(folder))
            {
                var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
                if (!IsWhole(entry.Name) && !File.Exists(Path.Combine(scanTarget.Root, path))
                    && !Directory.Exists(Path.Combine(scanTarget.Root, path)))
                    tally.AddRejected(Path.Combine(scanTarget.Root, path), "The name isn't valid text, so the file can't be opened.");
                else if (!entry.IsFolder)
                {
                    if (Take(path, entry) is { } seen) yield return seen;
                }
                else if (entry.IsHidden || scanExclusions.ExcludesFolder(path)) tally.PassedFolders++;
                else if (entry.IsLink) tally.AddRejected(Path.Combine(scanTarget.Root, path), "A link to a folder; links are not entered.");
                else if (!closed.Contains(Path.Combine(scanTarget.Root, path))) ahead.Push(path);
            }
    }

    private FileEntry? Take(string path, Entry entry)
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
            if (LocalMedia.FindAt(scanTarget.Root, path) is { } file)
                return new(scanTarget.Root, path, file.Length, file.ModifiedAt.UtcTicks);
            tally.AddRejected(Path.Combine(scanTarget.Root, path), "A symbolic link that leads outside the media folder, or nowhere.");
            return null;
        }
        if (entry.Length > 0) return new(scanTarget.Root, path, entry.Length, entry.ModifiedTicks);
        // Pipes, sockets and devices have no length either, and opening a pipe would wait for ever.
        if (Path.HasExtension(entry.Name)) tally.AddRejected(Path.Combine(scanTarget.Root, path), "Empty, or no regular file.");
        return null;
    }

    private IEnumerable<Entry> Entries(string folder)
    {
        IEnumerator<Entry>? entries = null;
        var path = Path.Combine(scanTarget.Root, folder);
        try
        {
            while (true)
            {
                try
                {
                    entries ??= new FileSystemEnumerable<Entry>(path, Entry.Of, Everything).GetEnumerator();
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

    private static bool IsWhole(string name)
    {
        foreach (var rune in name.EnumerateRunes())
            if (rune == Rune.ReplacementChar) return false;
        return true;
    }

    private readonly record struct Entry(string Name, bool IsFolder, bool IsLink, long Length, long ModifiedTicks, bool IsHidden = false)
    {
        public static Entry Of(ref FileSystemEntry entry) => new(
            entry.FileName.ToString(),
            entry.IsDirectory,
            entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            entry.IsDirectory ? 0 : entry.Length,
            entry.IsDirectory ? 0 : entry.LastWriteTimeUtc.Ticks,
            OperatingSystem.IsWindows() && entry.IsDirectory && (entry.Attributes & (FileAttributes.Hidden | FileAttributes.System)) != 0);
    }
}
