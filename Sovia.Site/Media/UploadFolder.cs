using Sovia.Metadata;
using Sovia.Storage;

namespace Sovia.Media;

/// <summary>The folder of uploaded media under the data directory: <c>uploads/ab/abcdef….jpg</c>, named by content hash.</summary>
/// <param name="DataDirectory">Absolute path of the data directory. It contains no other media than the media and upload folders.</param>
public sealed record UploadFolder(string DataDirectory)
{
    private readonly string usual = Path.Combine(DataDirectory, "uploads");

    /// <summary>Upload folder of the current library; a media root like the others.</summary>
    public string Folder => LibraryFolder.GetPath(usual);

    /// <summary>Creates the temporary name of a file during its upload.</summary>
    public static string CreateTemporaryName() => $".sovia-{Guid.NewGuid():N}.part";

    /// <summary>Deletes the partial uploads of all libraries that killed processes left behind.</summary>
    /// <param name="before">Deletes only files last written before this time.</param>
    /// <returns>The number of files deleted.</returns>
    public int DeleteLeftovers(DateTimeOffset before)
    {
        var old = LibraryFolder.GetAllPaths(usual).Where(Directory.Exists)
            .SelectMany(folder => new DirectoryInfo(folder).EnumerateFiles(".sovia-*.part"))
            .Where(file => file.LastWriteTimeUtc < before.UtcDateTime).ToList();
        foreach (var file in old) file.Delete();
        return old.Count;
    }

    /// <summary>Returns the path of a content relative to <see cref="Folder"/>, separated by <c>/</c>.</summary>
    public static string GetPath(string sha256, MediaType type) => $"{sha256[..2]}/{sha256}{type.Extension}";
}
