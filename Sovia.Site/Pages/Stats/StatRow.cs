namespace Sovia.Pages.Stats;

/// <summary>A row of a statistics table.</summary>
/// <param name="Label">The label.</param>
/// <param name="Count">The count.</param>
/// <param name="Share">The share of the total, 0 to 1.</param>
/// <param name="GalleryUrl">The gallery URL of exactly these items.</param>
/// <param name="NarrowUrl">The URL of the statistics of these items only.</param>
/// <param name="ExcludeUrl">The URL of the statistics without these items.</param>
public sealed record StatRow(string Label, int Count, double Share, string GalleryUrl, string NarrowUrl, string ExcludeUrl)
{
    /// <summary>The value as in URLs.</summary>
    public required string Value { get; init; }
}
