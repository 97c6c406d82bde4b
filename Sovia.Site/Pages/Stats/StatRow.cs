namespace Sovia.Pages.Stats;

/// <summary>A row of a table of figures.</summary>
/// <param name="Label">What is counted.</param>
/// <param name="Count">How many.</param>
/// <param name="Share">The part of the whole, 0 to 1.</param>
/// <param name="GalleryUrl">The gallery of exactly these.</param>
/// <param name="NarrowUrl">The statistics of these alone.</param>
/// <param name="ExcludeUrl">The statistics without these.</param>
public sealed record StatRow(string Label, int Count, double Share, string GalleryUrl, string NarrowUrl, string ExcludeUrl)
{
    /// <summary>The value as addresses write it.</summary>
    public required string Value { get; init; }
}
