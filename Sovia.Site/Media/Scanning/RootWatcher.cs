namespace Sovia.Media.Scanning;

/// <summary>Collects the changes below one media root until they are stable.</summary>
internal sealed class RootWatcher : IDisposable
{
    private readonly Dictionary<string, PendingChange> pendingChanges = new(StringComparer.Ordinal);
    private readonly FileSystemWatcher watcher;
    private readonly TimeProvider clock;

    /// <exception cref="IOException">The system has no watches left, or the folder is gone.</exception>
    public RootWatcher(string root, TimeProvider clock)
    {
        this.clock = clock;
        Root = root;
        watcher = new(root)
        {
            IncludeSubdirectories = true,
            InternalBufferSize = 64 * 1024,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Created += (_, change) => RecordChange(change.FullPath);
        watcher.Changed += (_, change) => RecordChange(change.FullPath);
        watcher.Deleted += (_, change) => RecordChange(change.FullPath);
        watcher.Renamed += (_, change) =>
        {
            RecordChange(change.OldFullPath);
            RecordChange(change.FullPath);
        };
        watcher.Error += (_, _) => Overflowed = true;
        watcher.EnableRaisingEvents = true;
    }

    public string Root { get; }

    /// <summary>True after events were lost; only a full scan and a new watcher help.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>Returns paths that have not changed for the quiet period and whose size is stable; each is returned once.</summary>
    public IReadOnlyList<string> DequeueStablePaths(TimeSpan quiet)
    {
        lock (pendingChanges)
        {
            var now = clock.GetUtcNow();
            foreach (var (path, previous) in pendingChanges.ToList())
                if (GetSize(path) is var size && size != previous.Size) pendingChanges[path] = new(now, size);
            var stablePaths = pendingChanges.Where(pair => now - pair.Value.At >= quiet).Select(pair => pair.Key).ToList();
            foreach (var path in stablePaths) pendingChanges.Remove(path);
            return stablePaths;
        }
    }

    public void Dispose() => watcher.Dispose();

    private void RecordChange(string path)
    {
        // A downloader deletes its control file when the download is complete, which counts as a change of the file.
        if (path.EndsWith(".aria2", StringComparison.OrdinalIgnoreCase)) path = path[..^".aria2".Length];
        else if (UnfinishedFiles.IsUnfinishedName(Path.GetFileName(path))) return;
        // A sidecar affects the files beside it, so scan the folder.
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) path = Path.GetDirectoryName(path)!;
        lock (pendingChanges) pendingChanges[path] = new(clock.GetUtcNow(), GetSize(path));
    }

    private static long GetSize(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : -1;

    private readonly record struct PendingChange(DateTimeOffset At, long Size);
}
