using Sovia.Library;
using Sovia.Metadata.Decoding;
using Sovia.Metadata.Probing;
using Sovia.Pictures;

namespace Sovia.Pages;

/// <summary>A thumbnail of a post, for an <c>img</c>: never the original.</summary>
/// <param name="Url">The URL of the default width.</param>
/// <param name="SourceSet">The <c>srcset</c> of all widths, if the content hash is known; these URLs can be cached for ever.</param>
/// <param name="ThumbHash">The preview to show while it loads.</param>
public sealed record Thumbnail(string Url, string? SourceSet = null, string? ThumbHash = null)
{
    private const int DefaultWidth = 512;

    /// <summary>The colour to show before anything else has loaded.</summary>
    public string? MeanColour => ThumbHashDecoder.DecodeMeanColour(ThumbHash);

    /// <summary>Returns the thumbnail of a post, or null if this server has none.</summary>
    /// <param name="id">The post's id.</param>
    /// <param name="kind">The kind; videos have thumbnails only if frames can be extracted.</param>
    /// <param name="file">The scanned file, if there is one. Thumbnails of a file on an unplugged drive are still available.</param>
    /// <param name="hasUnscannedFile">Whether a file that no scan has recorded exists at the path of its URL.</param>
    /// <param name="tools">The tools that extract video frames.</param>
    public static Thumbnail? ForPost(Guid id, MediaKind kind, PostFile? file, bool hasUnscannedFile, FfmpegTools tools) =>
        kind == MediaKind.Video && !tools.IsAvailable ? null
        : file is not null ? new(PictureUrls.GetUrl(file, DefaultWidth), PictureUrls.GetSourceSet(file), file.ThumbHash)
        : hasUnscannedFile ? new($"/files/{id}/{DefaultWidth}")
        : null;
}
