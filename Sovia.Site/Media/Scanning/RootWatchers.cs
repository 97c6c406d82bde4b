namespace Sovia.Media.Scanning;

/// <summary>The watchers of all existing media roots. Roots may appear and disappear while the site runs.</summary>
internal sealed class RootWatchers(TimeProvider clock) : IDisposable
{
    private const int MaxPaths = 40;

    private readonly Dictionary<string, RootWatcher> watches = new(StringComparer.Ordinal);

    /// <summary>True if an existing root cannot be watched.</summary>
    public bool HasUnwatchedRoot { get; private set; }

    /// <summary>Starts and stops watchers to match the roots.</summary>
    /// <returns>The roots to scan completely: those that appeared or disappeared, and those whose events were lost.</returns>
    public IReadOnlyList<string> Update(IReadOnlyList<string> roots)
    {
        var news = new List<string>();
        HasUnwatchedRoot = false;
        foreach (var root in watches.Keys.Where(root => watches[root].Overflowed || !roots.Contains(root) || !Directory.Exists(root))
            .ToList())
        {
            watches.Remove(root, out var ended);
            ended!.Dispose();
            news.Add(root);
        }
        foreach (var root in roots.Where(root => !watches.ContainsKey(root) && Directory.Exists(root)))
            try
            {
                watches[root] = new(root, clock);
                news.Add(root);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                HasUnwatchedRoot = true;
            }
        return news;
    }

    /// <summary>Returns the stable paths, merged into few, because scanning a folder is cheaper than querying each of its files.</summary>
    public IReadOnlyList<string> DequeueStablePaths(TimeSpan quiet) =>
        [.. watches.Values.SelectMany(watch => Cover(watch.Root, watch.DequeueStablePaths(quiet)))];

    public void Dispose()
    {
        foreach (var watch in watches.Values) watch.Dispose();
    }

    private static IReadOnlyList<string> Cover(string root, IReadOnlyList<string> paths)
    {
        if (paths.Count <= MaxPaths) return paths;
        var folders = paths.Select(path => Path.GetDirectoryName(path)!).Distinct(StringComparer.Ordinal).ToList();
        return folders.Count <= MaxPaths ? folders : [root];
    }
}
