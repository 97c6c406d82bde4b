namespace Sovia.MediaFiles;

/// <summary>Where handed-over media lie, under the data directory: <c>uploads/ab/abcdef….jpg</c>, named by their bytes.</summary>
/// <param name="DataDirectory">The data directory, an absolute path. Besides its media and uploads nothing in it is media.</param>
public sealed record Uploads(string DataDirectory)
{
    /// <summary>The folder, a media root like the others.</summary>
    public string Folder { get; } = Path.Combine(DataDirectory, "uploads");

    /// <summary>The path below <see cref="Folder"/> for a content, parted by <c>/</c>.</summary>
    public static string PathOf(string sha256, MediaType type) => $"{sha256[..2]}/{sha256}{type.Extension}";
}
