using System.Text.RegularExpressions;

namespace Sovia.Media.Matching;

/// <summary>Classifies, by a file's path, how close the file is to the original of its post.</summary>
internal static partial class FileNameClassifier
{
    /// <summary>Returns the best quality among the locations of one content. Present locations come before missing ones.</summary>
    public static FileNameQuality FindBest(IEnumerable<FileLocation> locations) => locations
        .GroupBy(location => location.MissingSince is null).OrderByDescending(group => group.Key).Take(1)
        .SelectMany(group => group)
        .SelectMany(location => location.Names.DefaultIfEmpty(location.Path))
        .Select(Classify).DefaultIfEmpty(FileNameQuality.Plain).Min();

    /// <summary>Classifies a path relative to a media root, or the original name of an upload.</summary>
    public static FileNameQuality Classify(string path)
    {
        var segments = path.Replace('\\', '/').Split('/');
        var name = Path.GetFileNameWithoutExtension(segments[^1]);
        if (segments[..^1].Any(SmallFolderPattern().IsMatch) || SmallNamePattern().IsMatch(name)) return FileNameQuality.Small;
        if (segments.Contains(MediaPath.UrlFolder)) return FileNameQuality.Exact;
        if (segments[..^1].Any(EditedNamePattern().IsMatch) || EditedNamePattern().IsMatch(name)) return FileNameQuality.Edited;
        var stem = CopySuffixPattern().Replace(name, "");
        return !Id().IsMatch(stem) || Id().Replace(stem, "") == "" ? stem == name ? FileNameQuality.Exact : FileNameQuality.Plain
            : IdWithSuffixPattern().IsMatch(stem) ? FileNameQuality.Edited : FileNameQuality.Plain;
    }

    [GeneratedRegex(@"(?: ?\(\d+\)| - Copy(?: \(\d+\))?| copy(?: \d+)?)+$", RegexOptions.IgnoreCase)]
    private static partial Regex CopySuffixPattern();

    [GeneratedRegex("^[._@]?(?:thumb(?:nail)?s?|previews?|small|cache|cdn-cgi)$", RegexOptions.IgnoreCase)]
    private static partial Regex SmallFolderPattern();

    [GeneratedRegex("(?:^|[-_ .])(?:thumb(?:nail)?|preview|small|icon)(?:[-_ .]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex SmallNamePattern();

    [GeneratedRegex(
        @"(?:^|[-_ .])(?:upscaled?|upscayl|enhanced?|(?:real-?)?esrgan|gigapixel|topaz|edit(?:ed)?|crop(?:ped)?|resized?|scaled|retouch(?:ed)?|denoised?|[2-8]x|x[2-8])(?:[-_ .]|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex EditedNamePattern();

    [GeneratedRegex("[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Id();

    // A video's name may be the ID of its source image followed by a number.
    [GeneratedRegex(@"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}(?!_video_\d|_[HS]D$).", RegexOptions.IgnoreCase)]
    private static partial Regex IdWithSuffixPattern();
}
