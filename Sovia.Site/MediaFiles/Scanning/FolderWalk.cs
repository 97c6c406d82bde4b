using System.IO.Enumeration;
using System.Text;

namespace Sovia.MediaFiles.Scanning;

/// <summary>
/// Walks the regular files of a scope and looks at each once. Links to folders are not entered, links to files are followed
/// only inside the root; what cannot be read is noted and passed by.
/// </summary>
/// <param name="scope">Where to walk.</param>
/// <param name="closed">Folders not to enter: other roots, which are walked on their own, and the data directory.</param>
/// <param name="exclusions">Folders and files to pass by.</param>
/// <param name="tally">Is told what was refused.</param>
internal sealed class FolderWalk(Scope scope, IReadOnlySet<string> closed, Exclusions exclusions, ScanTally tally)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false, ReturnSpecialDirectories = false };

    /// <summary>The files as they are met, folder by folder.</summary>
    public IEnumerable<SeenFile> Files()
    {
        if (LiesInClosed()) return [];
        if (File.Exists(scope.FullPath)) return exclusions.Covers(scope.Path) ? [] : One(new FileInfo(scope.FullPath));
        return IsOpen(scope.FullPath) && !exclusions.CoversFolder(scope.Path) ? Below(scope.Path) : [];
    }

    // What a watch saw change in the data directory below a root is none of that root's: it may be another library's.
    private bool LiesInClosed() => closed.Any(folder => folder != scope.Root && Scope.IsUnder(scope.Root, folder) && Scope.IsUnder(folder, scope.FullPath));

    // A folder that is given by name is reached through its links only as far as they stay inside.
    private bool IsOpen(string path) => Directory.Exists(path)
        && (path == scope.Root || !RealPath.HasLink(scope.Root, path)) && (path == scope.Root || !closed.Contains(path));

    private IEnumerable<SeenFile> One(FileInfo file) => !RealPath.HasLink(scope.Root, Path.GetDirectoryName(file.FullName)!)
        && Take(scope.Path, new(file.Name, false, file.LinkTarget is not null, file.Length, file.LastWriteTimeUtc.Ticks)) is { } seen ? [seen] : [];

    private IEnumerable<SeenFile> Below(string top)
    {
        var ahead = new Stack<string>([top]);
        while (ahead.TryPop(out var folder))
            foreach (var entry in Entries(folder))
            {
                var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
                if (!IsWhole(entry.Name) && !File.Exists(Path.Combine(scope.Root, path)) && !Directory.Exists(Path.Combine(scope.Root, path)))
                    tally.Reject(Path.Combine(scope.Root, path), "The name isn't valid text, so the file can't be opened.");
                else if (!entry.IsFolder)
                {
                    if (Take(path, entry) is { } seen) yield return seen;
                }
                else if (entry.IsHidden || exclusions.HasFolder(path)) tally.PassedFolders++;
                else if (entry.IsLink) tally.Reject(Path.Combine(scope.Root, path), "A link to a folder; links are not entered.");
                else if (!closed.Contains(Path.Combine(scope.Root, path))) ahead.Push(path);
            }
    }

    private SeenFile? Take(string path, Entry entry)
    {
        if (Unfinished.IsName(entry.Name))
        {
            tally.Waiting++;
            return null;
        }
        if (Exclusions.HasFile(entry.Name))
        {
            tally.PassedFiles++;
            return null;
        }
        if (entry.IsLink)
        {
            if (LocalMedia.At(scope.Root, path) is { } file) return new(scope.Root, path, file.Length, file.ModifiedAt.UtcTicks);
            tally.Reject(Path.Combine(scope.Root, path), "A symbolic link that leads outside the media folder, or nowhere.");
            return null;
        }
        if (entry.Length > 0) return new(scope.Root, path, entry.Length, entry.ModifiedTicks);
        // Pipes, sockets and devices have no length either, and opening a pipe would wait for ever.
        if (Path.HasExtension(entry.Name)) tally.Reject(Path.Combine(scope.Root, path), "Empty, or no regular file.");
        return null;
    }

    private IEnumerable<Entry> Entries(string folder)
    {
        IEnumerator<Entry>? entries = null;
        var path = Path.Combine(scope.Root, folder);
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
                    tally.Reject(path, "Can't read the folder.");
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
