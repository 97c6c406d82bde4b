using System.Text;
using System.Text.RegularExpressions;

namespace Sovia.Media.Matching;

/// <summary>The clues in a file's content and in one of its locations about the post it belongs to.</summary>
internal sealed partial class FileClues
{
    /// <param name="file">The content.</param>
    /// <param name="path">A path relative to a media root, or the original name of an upload.</param>
    /// <param name="statedId">The post ID in a sidecar, if any.</param>
    public FileClues(MediaFile file, string path, Guid? statedId)
    {
        File = file;
        StatedId = statedId;
        Segments = path.Normalize(NormalizationForm.FormC).Replace('\\', '/').Split('/');
        Name = Segments[^1];
        Stem = CopySuffixPattern().Replace(System.IO.Path.GetFileNameWithoutExtension(Name), "");
        Role = GetRole(file, Stem, Segments);
    }

    public MediaFile File { get; }

    /// <summary>ID of the post named by a sidecar or manifest.</summary>
    public Guid? StatedId { get; }

    /// <summary>The segments of the path, ending with the file name.</summary>
    public IReadOnlyList<string> Segments { get; }

    public string Name { get; }

    /// <summary>The name without its extension and without the suffix of a repeated download.</summary>
    public string Stem { get; }

    /// <summary>The role that the name suggests.</summary>
    public FileRole Role { get; }

    /// <summary>The containing folder, or null at the top of a root.</summary>
    public string? Folder => Segments.Count > 1 ? Segments[^2] : null;

    // Audio is always an audio track, whatever its name; an image called preview belongs to the video of the same name.
    private static FileRole GetRole(MediaFile file, string stem, IReadOnlyList<string> segments) =>
        file.Mime.StartsWith("audio/", StringComparison.Ordinal) ? FileRole.Audio
        : ThumbnailPattern().IsMatch(stem) || segments.Contains("cdn-cgi") ? FileRole.Thumbnail
        : SourcePattern().IsMatch(stem) ? FileRole.Source
        : HdPattern().IsMatch(stem) ? FileRole.Hd
        : FileRole.Media;

    [GeneratedRegex(@"(?: \(\d+\)| - Copy(?: \(\d+\))?| copy(?: \d+)?)+$", RegexOptions.IgnoreCase)]
    private static partial Regex CopySuffixPattern();

    [GeneratedRegex(@"_thumbnail$|-thumbnail-|^preview_image|^thumbnail$", RegexOptions.IgnoreCase)]
    private static partial Regex ThumbnailPattern();

    [GeneratedRegex(@"-source-|^original_image$", RegexOptions.IgnoreCase)]
    private static partial Regex SourcePattern();

    [GeneratedRegex(@"[-_]hd(?:1080)?$", RegexOptions.IgnoreCase)]
    private static partial Regex HdPattern();
}
