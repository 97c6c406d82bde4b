namespace Sovia.Similarity;

/// <summary>Where a term stands in an index.</summary>
/// <param name="MainRow">Its row in the settled part; negative where that has none.</param>
/// <param name="RecentRow">Its row in the fresh part; likewise.</param>
/// <param name="DocumentFrequency">How many families have it.</param>
internal readonly record struct TermLocation(int MainRow, int RecentRow, int DocumentFrequency);
