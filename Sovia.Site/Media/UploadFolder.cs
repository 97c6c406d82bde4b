using Sovia.Metadata;
using Sovia.Storage;

namespace Sovia.Media;

/// <summary>The folder of uploaded media under the data directory: <c>uploads/ab/abcdef….jpg</c>, named by content hash.</summary>
/// <param name="DataDirectory">Absolute path of the data directory. Only its media and upload folders contain media.</param>
public sealed record UploadFolder(string DataDirectory)
{
    private readonly string defaultFolder = Path.Combine(DataDirectory, "uploads");

    /// <summary>Upload folder of the current library; a media root like the others.</summary>
    public string Folder => LibraryFolder.GetPath(defaultFolder);

    /// <summary>Creates the temporary name of a file during its upload.</summary>
    public static string CreateTemporaryName() => $".sovia-{Guid.NewGuid():N}.part";

    /// <summary>Deletes partial uploads that killed processes left behind, in all libraries.</summary>
    /// <param name="before">Deletes only files last written before this time.</param>
    /// <returns>The number of files deleted.</returns>
    public int DeletePartialFiles(DateTimeOffset before)
    {
        var leftovers = LibraryFolder.GetAllPaths(defaultFolder).Where(Directory.Exists)
            .SelectMany(folder => new DirectoryInfo(folder).EnumerateFiles(".sovia-*.part"))
            .Where(file => file.LastWriteTimeUtc < before.UtcDateTime).ToList();
        foreach (var file in leftovers) file.Delete();
        return leftovers.Count;
    }

    /// <summary>Returns the path for a content hash, relative to <see cref="Folder"/>, separated by <c>/</c>.</summary>
    public static string GetPath(string sha256, MediaType type) => $"{sha256[..2]}/{sha256}{type.Extension}";
}
