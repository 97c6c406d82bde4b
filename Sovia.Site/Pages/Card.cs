using System.Globalization;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Query.Terms;

namespace Sovia.Pages;

/// <summary>A card of the gallery: one family.</summary>
/// <param name="Family">The family.</param>
/// <param name="Thumbnail">The cover's thumbnail, or null if there is none.</param>
/// <param name="HasCover">Whether the cover's file is saved; the file of a video may be all there is to show.</param>
/// <param name="HasPreview">Whether the preview's file is saved.</param>
/// <param name="Url">The URL of the family's page, in the context of the list.</param>
/// <param name="Match">Where the search terms occur in the family, or null without a search.</param>
/// <param name="Highlights">The highlighter for the search terms in its text.</param>
/// <param name="View">The gallery view.</param>
public sealed record Card(Family Family, Thumbnail? Thumbnail, bool HasCover, bool HasPreview, string Url, FamilyMatch? Match,
    SearchHighlighter Highlights, string View)
{
    // A column is twelve grid rows wide. Images of unknown size get the span of a 2:3 portrait, because most are.
    private const int ColumnWidthInRows = 12, GridViewSpan = 15;
    private static readonly int[] UnknownSpans = [18, 18, 16, 18, 19, 17, 18, 15];

    /// <summary>Creates the card of a family.</summary>
    /// <param name="family">The family.</param>
    /// <param name="galleryRequest">The list that shows the card.</param>
    /// <param name="match">Where the search terms occur in the family.</param>
    /// <param name="savedUrls">The URLs whose files are saved but not scanned yet.</param>
    /// <param name="tools">The tools that extract video frames.</param>
    public static Card FromFamily(Family family, GalleryRequest galleryRequest, FamilyMatch? match, IReadOnlySet<string> savedUrls,
        FfmpegTools tools)
    {
        var isCoverUnscanned = family.CoverFile is null && family.CoverUrl is { } coverUrl && savedUrls.Contains(coverUrl);
        return new(
            family,
            Thumbnail.ForPost(family.CoverId, family.CoverKind, family.CoverFile, isCoverUnscanned, tools),
            isCoverUnscanned || family.CoverFile is { Missing: false },
            galleryRequest.Preferences.HoverPreview
                && (family.PreviewFile is { Missing: false }
                    || (family.PreviewFile is null && family.PreviewId is not null && family.PreviewUrl is { } previewUrl
                        && savedUrls.Contains(previewUrl))),
            galleryRequest.GetPostUrl(family.CoverId),
            match,
            galleryRequest.Highlights,
            galleryRequest.Display.View);
    }

    /// <summary>Similarity score with four decimals; null outside similarity lists, and for matches by time only.</summary>
    public string? Score { get; init; }

    /// <summary>Display text for the reason of the similarity; null in other lists.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the card is blurred.</summary>
    public bool IsBlurred { get; init; }

    /// <summary>Returns the URLs of the family's files that no scan has recorded.</summary>
    public static IEnumerable<(string? Url, string? MimeType)> GetUnscannedFiles(Family family) =>
        [(family.CoverFile is null ? family.CoverUrl : null, null),
            (family.PreviewFile is null && family.PreviewId is not null ? family.PreviewUrl : null, null)];

    /// <summary>
    /// Number of grid rows, from the cover's aspect ratio; very tall covers are cropped. All cards are equal in the grid view.
    /// </summary>
    public int RowSpan => View == "grid" ? GridViewSpan : Family is { CoverWidth: > 0 and var width, CoverHeight: > 0 and var height }
        ? Math.Clamp((int)Math.Round(((double)ColumnWidthInRows * height / width) + 0.35), 6, 30)
        : UnknownSpans[Family.CoverId.ToByteArray()[15] % UnknownSpans.Length];

    /// <summary>The text to show: an excerpt around the match, or the family's prompt.</summary>
    public string? Excerpt { get; } = Match is { Text: var matchText } ? Snippet.Create(matchText, Highlights) : Family.Prompt;

    /// <summary>Display text for which members match; null for a single member.</summary>
    public string? MatchCountText =>
        Match is { MemberCount: var count } && Family.Images + Family.Videos is > 1 and var total ? $"{count} of {total} items match" : null;

    /// <summary>Whether the card is a row of the list view, with text and details beside the image.</summary>
    public bool IsRow => View == "list";

    /// <summary>Display text for the contents of the family.</summary>
    public string Contents =>
        string.Join(", ", new[] { FormatCount(Family.Images, "image"), FormatCount(Family.Videos, "video") }.OfType<string>());

    /// <summary>Text of the video badge: the number of videos, or the duration of a single one.</summary>
    public string VideoMark =>
        Family is not { CoverKind: MediaKind.Video, Images: 0, Videos: 1 } ? Family.Videos.ToString(CultureInfo.InvariantCulture)
        : Family.CoverFile?.Duration is { } seconds
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)seconds / 60}:{(int)seconds % 60:00}") : "";

    private static string? FormatCount(int count, string noun) =>
        count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>The placeholder for the cover.</summary>
    public Placeholder Placeholder => Placeholder.ForPost(Family.CoverId, Excerpt, Highlights);

    /// <summary>Whether there is more to show than text.</summary>
    public bool HasVisual => Thumbnail is not null || HasCover;

    /// <summary>The URL of the cover's file.</summary>
    public string CoverFileUrl => $"/files/{Family.CoverId}";

    /// <summary>The URL of the preview's file, or null if it is not saved.</summary>
    public string? PreviewFileUrl => HasPreview ? $"/files/{Family.PreviewId}" : null;
}
