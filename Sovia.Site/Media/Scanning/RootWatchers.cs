namespace Sovia.Media.Scanning;

/// <summary>The watchers of all existing media roots. Roots may appear and disappear while the site runs.</summary>
internal sealed class RootWatchers(TimeProvider clock) : IDisposable
{
    private const int MaxPaths = 40;

    private readonly Dictionary<string, RootWatcher> watchers = new(StringComparer.Ordinal);

    /// <summary>True if an existing root cannot be watched.</summary>
    public bool HasUnwatchedRoot { get; private set; }

    /// <summary>Starts and stops watchers to match the roots.</summary>
    /// <returns>The roots to scan completely: those that appeared or disappeared, and those whose events were lost.</returns>
    public IReadOnlyList<string> Update(IReadOnlyList<string> roots)
    {
        var changedRoots = new List<string>();
        HasUnwatchedRoot = false;
        foreach (var root in watchers.Keys.Where(root => watchers[root].Overflowed || !roots.Contains(root) || !Directory.Exists(root))
            .ToList())
        {
            watchers.Remove(root, out var removedWatcher);
            removedWatcher!.Dispose();
            changedRoots.Add(root);
        }
        foreach (var root in roots.Where(root => !watchers.ContainsKey(root) && Directory.Exists(root)))
            try
            {
                watchers[root] = new(root, clock);
                changedRoots.Add(root);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                HasUnwatchedRoot = true;
            }
        return changedRoots;
    }

    /// <summary>Returns the stable paths, merged into few, because scanning a folder is cheaper than querying each of its files.</summary>
    public IReadOnlyList<string> DequeueStablePaths(TimeSpan quiet) =>
        [.. watchers.Values.SelectMany(watcher => MergePaths(watcher.Root, watcher.DequeueStablePaths(quiet)))];

    public void Dispose()
    {
        foreach (var watcher in watchers.Values) watcher.Dispose();
    }

    private static IReadOnlyList<string> MergePaths(string root, IReadOnlyList<string> paths)
    {
        if (paths.Count <= MaxPaths) return paths;
        var folders = paths.Select(path => Path.GetDirectoryName(path)!).Distinct(StringComparer.Ordinal).ToList();
        return folders.Count <= MaxPaths ? folders : [root];
    }
}
