using System.Security.Cryptography;
using System.Text;

namespace Sovia.Storage;

/// <summary>
/// Where the current library keeps files. Those of the only account's library lie where they always did, <c>&lt;data&gt;/uploads</c>; those
/// of any other lie beside, <c>&lt;data&gt;/libraries/&lt;name&gt;/uploads</c>.
/// </summary>
public static class LibraryFolder
{
    private const string Others = "libraries";

    private const int LongestPart = 40;

    /// <summary>The current library's folder of a kind.</summary>
    /// <param name="usual">The folder of that kind of the only account's library, an absolute path inside the data directory.</param>
    public static string GetPath(string usual) => GetPath(usual, CurrentLibrary.Id);

    /// <summary>A library's folder of a kind.</summary>
    /// <param name="usual">The folder of that kind of the only account's library.</param>
    /// <param name="id">The library's tenant id.</param>
    public static string GetPath(string usual, string id) =>
        id == CurrentLibrary.DefaultId ? usual : Path.Combine(Path.GetDirectoryName(usual)!, Others, GetFolderName(id),
            Path.GetFileName(usual));

    /// <summary>The folders of a kind of all libraries, whether they are there or not.</summary>
    /// <inheritdoc cref="GetPath(string)"/>
    public static IReadOnlyList<string> GetAllPaths(string usual)
    {
        var others = new DirectoryInfo(Path.Combine(Path.GetDirectoryName(usual)!, Others));
        return !others.Exists ? [usual] : [usual, .. others.EnumerateDirectories()
            .Select(library => Path.Combine(library.FullName, Path.GetFileName(usual)))];
    }

    /// <summary>
    /// A name for a folder, on any file system: letters, digits and hyphens of the id, to be recognized by, and a hash of all of it, to be
    /// told from others by.
    /// </summary>
    /// <param name="id">The library's tenant id, which may be any text.</param>
    public static string GetFolderName(string id)
    {
        var legible =
            new string([.. id.ToLowerInvariant().Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-').Take(LongestPart)]);
        return $"{legible}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 8))}";
    }
}
