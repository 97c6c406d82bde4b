namespace Sovia.Similarity;

/// <summary>Where a term stands in an index.</summary>
/// <param name="Row">Its row in the settled part; negative where that has none.</param>
/// <param name="Fresh">Its row in the fresh part; likewise.</param>
/// <param name="Having">How many families have it.</param>
internal readonly record struct TermPlace(int Row, int Fresh, int Having);
