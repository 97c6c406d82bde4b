namespace Sovia.Metadata.Decoding;

/// <summary>ffmpeg and ffprobe, where they are installed: what takes frames out of clips.</summary>
/// <param name="Ffmpeg">Where ffmpeg lies; null where it is not installed.</param>
/// <param name="Ffprobe">Where ffprobe lies; null where it is not installed.</param>
public sealed record FfmpegTools(string? Ffmpeg, string? Ffprobe)
{
    /// <summary>Whether clips get posters, sprites and exact figures.</summary>
    public bool IsAvailable => Ffmpeg is not null && Ffprobe is not null;

    /// <summary>What their absence means and how to end it, for the user; null where they are here.</summary>
    public string? MissingMessage => IsAvailable
        ? null
        : "ffmpeg and ffprobe aren't installed, so videos have no generated thumbnails or previews. Install ffmpeg and restart Sovia.";

    /// <summary>Looks for them.</summary>
    /// <param name="searchPath">The folders, as in the variable PATH.</param>
    public static FfmpegTools FindOnPath(string? searchPath) => new(Find("ffmpeg", searchPath), Find("ffprobe", searchPath));

    private static string? Find(string name, string? searchPath) => (searchPath ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Where(Path.IsPathFullyQualified)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
        .FirstOrDefault(File.Exists);
}
