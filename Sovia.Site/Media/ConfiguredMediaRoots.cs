using System.Collections.Concurrent;
using Sovia.Storage;

namespace Sovia.Media;

/// <summary>
/// The folders that hold downloaded media, in the order they are searched. Those that settings name are of the only account's library. What
/// lies there is not another library's, which has folders of its own in the data directory.
/// </summary>
/// <param name="ofOnlyOne">Those of the only account's library, absolute paths; they need not exist.</param>
/// <param name="usual">The folders inside the data directory that any other library has its counterparts of.</param>
public sealed class ConfiguredMediaRoots(IReadOnlyList<string> ofOnlyOne, IReadOnlyList<string>? usual = null)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> ofOthers = new(StringComparer.Ordinal);

    /// <summary>Those of the current library, absolute paths; they need not exist.</summary>
    public IReadOnlyList<string> Folders =>
        CurrentLibrary.IsDefault ? ofOnlyOne : ofOthers.GetOrAdd(CurrentLibrary.Id, _ => [.. (usual ?? []).Select(LibraryFolder.GetPath)]);

    /// <summary>Reads the setting <c>Sovia:MediaRoots</c>.</summary>
    /// <param name="configured">Its values as stated; each may hold several paths parted by <c>;</c>.</param>
    /// <param name="dataDirectory">Where the folder <c>media</c> lies that is used when nothing is stated, and by any other
    /// library.</param>
    /// <param name="own">Folders inside the data directory that the site fills by itself; they come last.</param>
    public static ConfiguredMediaRoots FromSettings(IEnumerable<string?> configured, string dataDirectory,
        IEnumerable<ManagedMediaRoot>? own = null)
    {
        var stated = configured
            .SelectMany(value => (value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var media = Path.GetFullPath(Path.Combine(dataDirectory, "media"));
        var filled = (own ?? []).Select(root => Path.GetFullPath(root.Folder)).ToList();
        return new([.. stated.DefaultIfEmpty(media).Union(filled, StringComparer.Ordinal)], [media, .. filled]);
    }
}
