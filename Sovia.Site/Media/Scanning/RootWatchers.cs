namespace Sovia.Media.Scanning;

/// <summary>The watches of all media roots that are there. Roots come and go while the site runs.</summary>
internal sealed class RootWatchers(TimeProvider clock) : IDisposable
{
    private const int MostPaths = 40;

    private readonly Dictionary<string, RootWatcher> watches = new(StringComparer.Ordinal);

    /// <summary>True where a folder that is there cannot be watched.</summary>
    public bool HasUnwatchedRoot { get; private set; }

    /// <summary>Begins and ends watches so that they fit the roots.</summary>
    /// <returns>Roots to look at as a whole: those that came or went, and those whose events were lost.</returns>
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

    /// <summary>What has settled, as few paths as cover it: looking at a folder is cheaper than asking for each of its files.</summary>
    public IReadOnlyList<string> DequeueStablePaths(TimeSpan quiet) =>
        [.. watches.Values.SelectMany(watch => Cover(watch.Root, watch.DequeueStablePaths(quiet)))];

    public void Dispose()
    {
        foreach (var watch in watches.Values) watch.Dispose();
    }

    private static IReadOnlyList<string> Cover(string root, IReadOnlyList<string> paths)
    {
        if (paths.Count <= MostPaths) return paths;
        var folders = paths.Select(path => Path.GetDirectoryName(path)!).Distinct(StringComparer.Ordinal).ToList();
        return folders.Count <= MostPaths ? folders : [root];
    }
}
