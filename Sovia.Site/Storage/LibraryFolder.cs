using System.Security.Cryptography;
using System.Text;

namespace Sovia.Storage;

/// <summary>
/// The folders of the current library. The default library uses <c>&lt;data&gt;/uploads</c>, as earlier versions did; any other library
/// uses <c>&lt;data&gt;/libraries/&lt;name&gt;/uploads</c>.
/// </summary>
public static class LibraryFolder
{
    private const string LibrariesFolderName = "libraries";

    private const int MaxNameLength = 40;

    /// <summary>Returns the current library's counterpart of a folder.</summary>
    /// <param name="defaultFolder">The default library's folder, an absolute path inside the data directory.</param>
    public static string GetPath(string defaultFolder) => GetPath(defaultFolder, CurrentLibrary.Id);

    /// <summary>Returns a library's counterpart of a folder.</summary>
    /// <param name="defaultFolder">The default library's folder, an absolute path inside the data directory.</param>
    /// <param name="id">The library's tenant id.</param>
    public static string GetPath(string defaultFolder, string id) =>
        id == CurrentLibrary.DefaultId ? defaultFolder
            : Path.Combine(Path.GetDirectoryName(defaultFolder)!, LibrariesFolderName, GetFolderName(id),
            Path.GetFileName(defaultFolder));

    /// <summary>Returns every library's counterpart of a folder, whether or not it exists.</summary>
    /// <inheritdoc cref="GetPath(string)"/>
    public static IReadOnlyList<string> GetAllPaths(string usual)
    {
        var libraries = new DirectoryInfo(Path.Combine(Path.GetDirectoryName(usual)!, LibrariesFolderName));
        return !libraries.Exists ? [usual] : [usual, .. libraries.EnumerateDirectories()
            .Select(library => Path.Combine(library.FullName, Path.GetFileName(usual)))];
    }

    /// <summary>
    /// Returns a folder name that is valid on any file system: the id's letters, digits and hyphens, so that people recognise it, and a
    /// hash of the whole id, so that it is unique.
    /// </summary>
    /// <param name="id">The library's tenant id, which may be any text.</param>
    public static string GetFolderName(string id)
    {
        var readablePart =
            new string([.. id.ToLowerInvariant().Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-').Take(MaxNameLength)]);
        return $"{readablePart}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 8))}";
    }
}
