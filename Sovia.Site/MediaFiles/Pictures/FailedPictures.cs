using System.Collections.Concurrent;

namespace Sovia.MediaFiles.Pictures;

/// <summary>What could not be built and why, for an hour: a grid does not try a damaged file again at every look.</summary>
public sealed class FailedPictures(TimeProvider clock)
{
    private const int MostKept = 10_000;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Sha256, string Variant), (string Reason, DateTimeOffset Until)> _reasons = [];

    /// <summary>Why it could not be built lately, in words for the user; null where nothing is known against it.</summary>
    public string? ReasonOf(PictureKey key) =>
        _reasons.TryGetValue((key.Sha256, key.Variant.Name), out var failure) && clock.GetUtcNow() < failure.Until ? failure.Reason : null;

    /// <summary>Remembers a failure, whatever the format was.</summary>
    public void Add(PictureKey key, string reason)
    {
        if (_reasons.Count >= MostKept) _reasons.Clear();
        _reasons[(key.Sha256, key.Variant.Name)] = (reason, clock.GetUtcNow() + Kept);
    }
}
