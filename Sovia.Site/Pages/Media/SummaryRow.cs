using Sovia.Library;
using Sovia.MediaFiles.Downloads.Overview;

namespace Sovia.Pages.Media;

/// <summary>A line of the table of what is safe and what is not.</summary>
/// <param name="Name">What the posts have in common.</param>
/// <param name="Safe">How many of them are safe; null where that makes no sense.</param>
/// <param name="Missing">How many are not.</param>
/// <param name="About">The host, the kind or the reason that they have in common; the other two are null.</param>
public sealed record SummaryRow(string Name, long? Safe, long Missing, MissingQuery About)
{
    /// <summary>The gallery of all that is safe.</summary>
    public const string AllSafe = "/?unit=post&bytes=safe";

    /// <summary>The address of the missing ones.</summary>
    public string MissingAddress => MissingView.AddressOf(About);

    /// <summary>The gallery of the safe ones; null where it cannot tell them apart.</summary>
    public string? SafeAddress => About switch
    {
        { Kind: { } kind } => kind == MediaKind.Unknown ? null : $"{AllSafe}&type={kind}".ToLowerInvariant(),
        { Host: "" } => $"{AllSafe}&search=host:none",
        { Host: { } host } => $"{AllSafe}&search=host:{Uri.EscapeDataString(host)}",
        _ => null,
    };

    /// <summary>The rows of each table: by type, by host and by reason.</summary>
    public static IEnumerable<(string Title, IReadOnlyList<SummaryRow> Rows)> TablesOf(MediaSummary summary) =>
    [
        ("Type", [.. summary.ByKind.Select(row => new SummaryRow(KindName.Of(row.Kind), row.Safe, row.Missing, new(Kind: row.Kind)))]),
        ("Host", [.. summary.ByHost.Select(row => new SummaryRow(row.Host.Length > 0 ? row.Host : "No URL", row.Safe, row.Missing, new(Host: row.Host)))]),
        ("Reason", [.. summary.ByReason.Select(row => new SummaryRow(ReasonWords.Of(row.Reason), null, row.Missing, new(Reason: row.Reason)))]),
    ];
}
