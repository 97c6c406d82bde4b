using Sovia.Downloads.Overview;
using Sovia.Library;

namespace Sovia.Pages.Media;

/// <summary>A line of the table of what is safe and what is not.</summary>
/// <param name="Name">What the posts have in common.</param>
/// <param name="Saved">How many of them are safe; null where that makes no sense.</param>
/// <param name="Missing">How many are not.</param>
/// <param name="Filter">The host, the kind or the reason that they have in common; the other two are null.</param>
public sealed record MediaSummaryRow(string Name, long? Saved, long Missing, MissingPostsQuery Filter)
{
    /// <summary>The gallery of all that is safe.</summary>
    public const string AllSavedUrl = "/?unit=post&bytes=safe";

    /// <summary>The address of the missing ones.</summary>
    public string MissingUrl => MissingView.GetUrl(Filter);

    /// <summary>The gallery of the safe ones; null where it cannot tell them apart.</summary>
    public string? SavedUrl => Filter switch
    {
        { Kind: { } kind } => kind == MediaKind.Unknown ? null : $"{AllSavedUrl}&type={kind}".ToLowerInvariant(),
        { Host: "" } => $"{AllSavedUrl}&search=host:none",
        { Host: { } host } => $"{AllSavedUrl}&search=host:{Uri.EscapeDataString(host)}",
        _ => null,
    };

    /// <summary>The rows of each table: by type, by host and by reason.</summary>
    public static IEnumerable<(string Title, IReadOnlyList<MediaSummaryRow> Rows)> TablesOf(MediaSummary summary) =>
    [
        ("Type",
            [.. summary.ByKind
                .Select(row => new MediaSummaryRow(MediaKindName.Format(row.Kind), row.Safe, row.Missing, new(Kind: row.Kind)))]),
        ("Host",
            [.. summary.ByHost
                .Select(row => new MediaSummaryRow(row.Host.Length > 0 ? row.Host : "No URL", row.Safe, row.Missing,
                    new(Host: row.Host)))]),
        ("Reason",
            [.. summary.ByReason
                .Select(row => new MediaSummaryRow(MissingReasonText.Describe(row.Reason), null, row.Missing, new(Reason: row.Reason)))]),
    ];
}
