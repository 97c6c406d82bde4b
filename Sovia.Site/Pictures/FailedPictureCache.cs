using System.Collections.Concurrent;

namespace Sovia.Pictures;

/// <summary>
/// What could not be built and why, for an hour, or for a few minutes where the machine was to blame: a grid does not try such a file again
/// at every look.
/// </summary>
public sealed class FailedPictureCache(TimeProvider clock)
{
    private const int MostKept = 10_000;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeptWhileBusy = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string Sha256, string Variant), (string Reason, DateTimeOffset Until)> _reasons = [];

    /// <summary>Why it could not be built lately, in words for the user; null where nothing is known against it.</summary>
    public string? FindReason(PictureKey key) =>
        _reasons.TryGetValue((key.Sha256, key.Variant.Name), out var failure) && clock.GetUtcNow() < failure.Until ? failure.Reason : null;

    /// <summary>Remembers a failure, whatever the format was.</summary>
    /// <param name="key">Of which picture.</param>
    /// <param name="reason">Why, in words for the user.</param>
    /// <param name="isBusy">Whether the machine had no time or no room for it, so that it may do better soon.</param>
    public void Add(PictureKey key, string reason, bool isBusy = false)
    {
        if (_reasons.Count >= MostKept) _reasons.Clear();
        _reasons[(key.Sha256, key.Variant.Name)] = (reason, clock.GetUtcNow() + (isBusy ? KeptWhileBusy : Kept));
    }
}
