namespace Sovia.Stats;

/// <summary>Sums over the items of a list.</summary>
/// <param name="Images">The number of images.</param>
/// <param name="Videos">The number of videos.</param>
/// <param name="Millis">The total duration of the videos, in milliseconds.</param>
/// <param name="Bytes">The total size of the items' saved files, in bytes.</param>
internal sealed record ItemSums(long Images, long Videos, long Millis, long Bytes);
