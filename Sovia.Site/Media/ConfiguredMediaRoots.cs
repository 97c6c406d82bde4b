using System.Collections.Concurrent;
using Sovia.Storage;

namespace Sovia.Media;

/// <summary>
/// The folders that hold downloaded media, in search order. The folders named in the settings belong to the default library only; every
/// other library has its own folders in the data directory.
/// </summary>
/// <param name="defaultLibraryFolders">Absolute paths of the default library's folders; they need not exist.</param>
/// <param name="dataDirectoryFolders">Folders inside the data directory; every other library has its own copy of each.</param>
public sealed class ConfiguredMediaRoots(IReadOnlyList<string> defaultLibraryFolders, IReadOnlyList<string>? dataDirectoryFolders = null)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> byLibrary = new(StringComparer.Ordinal);

    /// <summary>Absolute paths of the current library's folders; they need not exist.</summary>
    public IReadOnlyList<string> Folders =>
        CurrentLibrary.IsDefault ? defaultLibraryFolders
            : byLibrary.GetOrAdd(CurrentLibrary.Id, _ => [.. (dataDirectoryFolders ?? []).Select(LibraryFolder.GetPath)]);

    /// <summary>Reads the setting <c>Sovia:MediaRoots</c>.</summary>
    /// <param name="configured">The configured values; each may hold several paths separated by <c>;</c>.</param>
    /// <param name="dataDirectory">The data directory. Its folder <c>media</c> is the default root, and the root of every other
    /// library.</param>
    /// <param name="own">Folders inside the data directory that the site fills itself; they come last.</param>
    public static ConfiguredMediaRoots FromSettings(IEnumerable<string?> configured, string dataDirectory,
        IEnumerable<ManagedMediaRoot>? own = null)
    {
        var userFolders = configured
            .SelectMany(value => (value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var defaultFolder = Path.GetFullPath(Path.Combine(dataDirectory, "media"));
        var managed = (own ?? []).Select(root => Path.GetFullPath(root.Folder)).ToList();
        return new([.. userFolders.DefaultIfEmpty(defaultFolder).Union(managed, StringComparer.Ordinal)], [defaultFolder, .. managed]);
    }
}
