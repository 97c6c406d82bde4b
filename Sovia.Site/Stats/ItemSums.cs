namespace Sovia.Stats;

/// <summary>Sums over the items of a list.</summary>
/// <param name="Images">Images in them.</param>
/// <param name="Videos">Videos in them.</param>
/// <param name="Millis">How long their videos are together, in milliseconds.</param>
/// <param name="Bytes">The bytes of their files that are here.</param>
internal sealed record ItemSums(long Images, long Videos, long Millis, long Bytes);
