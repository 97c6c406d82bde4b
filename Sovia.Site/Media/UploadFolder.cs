using Sovia.Metadata;
using Sovia.Storage;

namespace Sovia.Media;

/// <summary>Where handed-over media lie, under the data directory: <c>uploads/ab/abcdef….jpg</c>, named by their bytes.</summary>
/// <param name="DataDirectory">The data directory, an absolute path. Besides its media and uploads nothing in it is media.</param>
public sealed record UploadFolder(string DataDirectory)
{
    private readonly string usual = Path.Combine(DataDirectory, "uploads");

    /// <summary>The folder of the current library, a media root like the others.</summary>
    public string Folder => LibraryFolder.GetPath(usual);

    /// <summary>What a file is called while it is being handed over.</summary>
    public static string CreateTemporaryName() => $".sovia-{Guid.NewGuid():N}.part";

    /// <summary>Removes what killed processes left of files that were being handed over, to whichever library.</summary>
    /// <param name="before">Only what nobody has written to since.</param>
    /// <returns>How many files.</returns>
    public int DeleteLeftovers(DateTimeOffset before)
    {
        var old = LibraryFolder.GetAllPaths(usual).Where(Directory.Exists)
            .SelectMany(folder => new DirectoryInfo(folder).EnumerateFiles(".sovia-*.part"))
            .Where(file => file.LastWriteTimeUtc < before.UtcDateTime).ToList();
        foreach (var file in old) file.Delete();
        return old.Count;
    }

    /// <summary>The path below <see cref="Folder"/> for a content, parted by <c>/</c>.</summary>
    public static string GetPath(string sha256, MediaType type) => $"{sha256[..2]}/{sha256}{type.Extension}";
}
