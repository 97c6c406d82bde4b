namespace Sovia.MediaFiles;

/// <summary>The folders that hold downloaded media, in the order they are searched.</summary>
/// <param name="Folders">Absolute paths; they need not exist.</param>
public sealed record MediaRoots(IReadOnlyList<string> Folders)
{
    /// <summary>Reads the setting <c>Sovia:MediaRoots</c>.</summary>
    /// <param name="configured">Its values as stated; each may hold several paths parted by <c>;</c>.</param>
    /// <param name="dataDirectory">Where the folder <c>media</c> lies that is used when nothing is stated.</param>
    /// <param name="own">Folders that the site fills by itself; they come last.</param>
    public static MediaRoots From(IEnumerable<string?> configured, string dataDirectory, IEnumerable<OwnRoot>? own = null)
    {
        var stated = configured
            .SelectMany(value => (value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (stated.Count == 0) stated.Add(Path.GetFullPath(Path.Combine(dataDirectory, "media")));
        return new([.. stated.Union((own ?? []).Select(root => Path.GetFullPath(root.Folder)), StringComparer.Ordinal)]);
    }
}
