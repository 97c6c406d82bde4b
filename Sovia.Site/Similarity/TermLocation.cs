namespace Sovia.Similarity;

/// <summary>A term's location in an index.</summary>
/// <param name="MainRow">The term's row in the main segment; negative if there is none.</param>
/// <param name="RecentRow">The term's row in the recent segment; negative if there is none.</param>
/// <param name="DocumentFrequency">The number of families that contain the term.</param>
internal readonly record struct TermLocation(int MainRow, int RecentRow, int DocumentFrequency);
