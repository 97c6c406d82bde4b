using System.Globalization;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Query.Terms;

namespace Sovia.Pages;

/// <summary>One family on the wall.</summary>
/// <param name="Family">What is known about it.</param>
/// <param name="Thumbnail">The cover's picture, or null where there is none.</param>
/// <param name="HasCover">Whether the cover's bytes are on this machine; of a clip they may be all there is to show.</param>
/// <param name="HasPreview">Whether the preview's bytes are.</param>
/// <param name="Url">Its page, in the context of the list it is shown in.</param>
/// <param name="Match">Where the words of a search stand in it, or null where none were looked for.</param>
/// <param name="Highlights">What of its words to mark.</param>
/// <param name="View">The view it is shown in.</param>
public sealed record Card(Family Family, Thumbnail? Thumbnail, bool HasCover, bool HasPreview, string Url, FamilyMatch? Match,
    SearchHighlighter Highlights, string View)
{
    // A column is twelve rows wide. Most pictures of unknown size are portraits of two to three.
    private const int Rows = 12, Equal = 15;
    private static readonly int[] UnknownSpans = [18, 18, 16, 18, 19, 17, 18, 15];

    /// <summary>The card of a family.</summary>
    /// <param name="family">The family.</param>
    /// <param name="galleryRequest">The list it is shown in.</param>
    /// <param name="match">Where the words of its search stand.</param>
    /// <param name="here">The addresses whose bytes are here though no scan has come by yet.</param>
    /// <param name="tools">What frames are taken with.</param>
    public static Card FromFamily(Family family, GalleryRequest galleryRequest, FamilyMatch? match, IReadOnlySet<string> here,
        FfmpegTools tools)
    {
        var isHere = family.CoverFile is null && family.CoverUrl is { } cover && here.Contains(cover);
        return new(
            family,
            Thumbnail.ForPost(family.CoverId, family.CoverKind, family.CoverFile, isHere, tools),
            isHere || family.CoverFile is { Missing: false },
            galleryRequest.Preferences.HoverPreview
                && (family.PreviewFile is { Missing: false }
                    || (family.PreviewFile is null && family.PreviewId is not null && family.PreviewUrl is { } preview
                        && here.Contains(preview))),
            galleryRequest.GetPostUrl(family.CoverId),
            match,
            galleryRequest.Highlights,
            galleryRequest.Display.View);
    }

    /// <summary>How like another it is, with four decimals; null in other lists, and where only its time brought it there.</summary>
    public string? Score { get; init; }

    /// <summary>Why it is like another, in words; null in other lists.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it is shown blurred.</summary>
    public bool IsBlurred { get; init; }

    /// <summary>The addresses of a family's files that no scan has recorded.</summary>
    public static IEnumerable<(string? Url, string? MimeType)> GetUnscannedFiles(Family family) =>
        [(family.CoverFile is null ? family.CoverUrl : null, null),
            (family.PreviewFile is null && family.PreviewId is not null ? family.PreviewUrl : null, null)];

    /// <summary>How many rows of the wall it takes, from the cover's shape; very long ones are cut. In the grid all are equal.</summary>
    public int RowSpan => View == "grid" ? Equal : Family is { CoverWidth: > 0 and var width, CoverHeight: > 0 and var height }
        ? Math.Clamp((int)Math.Round(((double)Rows * height / width) + 0.35), 6, 30)
        : UnknownSpans[Family.CoverId.ToByteArray()[15] % UnknownSpans.Length];

    /// <summary>The words to show: what was found, from near where it was found, or the card's own.</summary>
    public string? Excerpt { get; } = Match is { Text: var words } ? Snippet.Create(words, Highlights) : Family.Prompt;

    /// <summary>Which members have what was looked for, in words; null where there is but one.</summary>
    public string? MatchCountText =>
        Match is { MemberCount: var count } && Family.Images + Family.Videos is > 1 and var all ? $"{count} of {all} items match" : null;

    /// <summary>Whether it is a row of a list, where words and facts stand beside the picture.</summary>
    public bool IsRow => View == "list";

    /// <summary>What the family is made of, in words.</summary>
    public string Contents =>
        string.Join(", ", new[] { Counted(Family.Images, "image"), Counted(Family.Videos, "video") }.OfType<string>());

    /// <summary>What the mark of videos says: their number, or the length of a single video.</summary>
    public string VideoMark =>
        Family is not { CoverKind: MediaKind.Video, Images: 0, Videos: 1 } ? Family.Videos.ToString(CultureInfo.InvariantCulture)
        : Family.CoverFile?.Duration is { } seconds
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)seconds / 60}:{(int)seconds % 60:00}") : "";

    private static string? Counted(int count, string noun) =>
        count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>What stands in for the cover.</summary>
    public Placeholder Placeholder => Placeholder.ForPost(Family.CoverId, Excerpt, Highlights);

    /// <summary>True where something else than the words is shown.</summary>
    public bool HasVisual => Thumbnail is not null || HasCover;

    /// <summary>Where the cover's bytes are served.</summary>
    public string CoverFileUrl => $"/files/{Family.CoverId}";

    /// <summary>Where the preview's bytes are served, if there are any.</summary>
    public string? PreviewFileUrl => HasPreview ? $"/files/{Family.PreviewId}" : null;
}
