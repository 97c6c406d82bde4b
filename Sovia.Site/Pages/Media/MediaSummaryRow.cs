using Sovia.Downloads.Overview;
using Sovia.Library;

namespace Sovia.Pages.Media;

/// <summary>A row of the tables of saved and missing files.</summary>
/// <param name="Name">The row label.</param>
/// <param name="Saved">The number of saved posts; null if it has no meaning for the row.</param>
/// <param name="Missing">The number of missing posts.</param>
/// <param name="Filter">The host, kind or reason of the row; the other two are null.</param>
public sealed record MediaSummaryRow(string Name, long? Saved, long Missing, MissingPostsQuery Filter)
{
    /// <summary>The gallery URL of all saved posts.</summary>
    public const string AllSavedUrl = "/?unit=post&bytes=safe";

    /// <summary>The URL of the row's missing posts.</summary>
    public string MissingUrl => MissingView.GetUrl(Filter);

    /// <summary>The gallery URL of the row's saved posts; null if no gallery filter selects them.</summary>
    public string? SavedUrl => Filter switch
    {
        { Kind: { } kind } => kind == MediaKind.Unknown ? null : $"{AllSavedUrl}&type={kind}".ToLowerInvariant(),
        { Host: "" } => $"{AllSavedUrl}&search=host:none",
        { Host: { } host } => $"{AllSavedUrl}&search=host:{Uri.EscapeDataString(host)}",
        _ => null,
    };

    /// <summary>Returns the rows of each table: by type, by host and by reason.</summary>
    public static IEnumerable<(string Title, IReadOnlyList<MediaSummaryRow> Rows)> GetTables(MediaSummary summary) =>
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
