using Sovia.MediaFiles.Downloads.Overview;

namespace Sovia.Pages.Media;

/// <summary>A line of the table of what is safe and what is not.</summary>
/// <param name="Name">What the posts have in common.</param>
/// <param name="Safe">How many of them are safe; null where that makes no sense.</param>
/// <param name="Missing">How many are not.</param>
/// <param name="Query">How to ask for the missing ones.</param>
/// <param name="SafeOnes">The gallery of the safe ones, or null where it cannot tell them apart.</param>
public sealed record SummaryRow(string Name, long? Safe, long Missing, string Query, string? SafeOnes = null)
{
    /// <summary>The gallery of all that is safe.</summary>
    public const string AllSafe = "/?unit=post&bytes=safe";

    /// <summary>By kind, by host, by reason.</summary>
    public static IEnumerable<SummaryRow> Of(MediaSummary summary) =>
    [
        .. summary.ByKind.Select(row => new SummaryRow(KindName.Of(row.Kind), row.Safe, row.Missing, $"kind={row.Kind}".ToLowerInvariant(), $"{AllSafe}&type={row.Kind}".ToLowerInvariant())),
        .. summary.ByHost.Select(row => new SummaryRow(row.Host.Length > 0 ? row.Host : "No address", row.Safe, row.Missing, $"host={Uri.EscapeDataString(row.Host)}", $"{AllSafe}&search=host:{(row.Host.Length > 0 ? Uri.EscapeDataString(row.Host) : "none")}")),
        .. summary.ByReason.Select(row => new SummaryRow(ReasonWords.Of(row.Reason), null, row.Missing, $"reason={Uri.EscapeDataString(row.Reason)}")),
    ];
}
