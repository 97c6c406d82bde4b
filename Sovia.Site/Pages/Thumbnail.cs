using Sovia.Library;
using Sovia.Metadata.Decoding;
using Sovia.Metadata.Probing;
using Sovia.Pictures;

namespace Sovia.Pages;

/// <summary>A small picture of a post, for an <c>img</c>: never the original.</summary>
/// <param name="Url">Its usual width.</param>
/// <param name="SourceSet">All widths, where the content is known; their addresses may be kept for ever.</param>
/// <param name="ThumbHash">What to paint until it is there.</param>
public sealed record Thumbnail(string Url, string? SourceSet = null, string? ThumbHash = null)
{
    private const int Usual = 512;

    /// <summary>The colour to show until anything else is there.</summary>
    public string? MeanColour => ThumbHashDecoder.DecodeMeanColour(ThumbHash);

    /// <summary>The picture of a post, or null where none can be had from this machine.</summary>
    /// <param name="id">The post's id.</param>
    /// <param name="kind">What it is: of a clip there are pictures only where frames can be taken from it.</param>
    /// <param name="file">Its bytes, where a scan has found them. Pictures of a file on an unplugged drive are still here.</param>
    /// <param name="isHere">Whether bytes lie at the place of its address, where no scan has come by yet.</param>
    /// <param name="tools">What frames are taken with.</param>
    public static Thumbnail? ForPost(Guid id, MediaKind kind, PostFile? file, bool isHere, FfmpegTools tools) =>
        kind == MediaKind.Video && !tools.IsAvailable ? null
        : file is not null ? new(PictureUrls.GetUrl(file, Usual), PictureUrls.GetSourceSet(file), file.ThumbHash)
        : isHere ? new($"/files/{id}/{Usual}")
        : null;
}
