namespace Sovia.Metadata.Decoding;

/// <summary>The installed ffmpeg and ffprobe, which extract frames from videos.</summary>
/// <param name="Ffmpeg">Path of ffmpeg; null if it is not installed.</param>
/// <param name="Ffprobe">Path of ffprobe; null if it is not installed.</param>
public sealed record FfmpegTools(string? Ffmpeg, string? Ffprobe)
{
    /// <summary>Whether both tools are installed, so that videos get posters, sprites and exact details.</summary>
    public bool IsAvailable => Ffmpeg is not null && Ffprobe is not null;

    /// <summary>The message for the user about missing tools, their effect and their installation; null if both are installed.</summary>
    public string? MissingMessage => IsAvailable
        ? null
        : "ffmpeg and ffprobe aren't installed, so videos have no generated thumbnails or previews. Install ffmpeg and restart Sovia.";

    /// <summary>Finds the tools.</summary>
    /// <param name="searchPath">The folders to search, in the format of PATH.</param>
    public static FfmpegTools FindOnPath(string? searchPath) => new(Find("ffmpeg", searchPath), Find("ffprobe", searchPath));

    private static string? Find(string name, string? searchPath) => (searchPath ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Where(Path.IsPathFullyQualified)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
        .FirstOrDefault(File.Exists);
}
