using System.Collections.Concurrent;

namespace Sovia.Pictures;

/// <summary>
/// Caches build failures and their reasons for an hour, or for a few minutes if the server was busy, so that a grid does not retry such a
/// file on every view.
/// </summary>
public sealed class FailedPictureCache(TimeProvider clock)
{
    private const int MaxEntries = 10_000;

    private static readonly TimeSpan EntryLifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan BusyLifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string Library, string Sha256, string Variant), (string Reason, DateTimeOffset Until)> _entries =
        [];

    /// <summary>Returns why the picture recently failed to build, as a message for the user; null if no failure is cached.</summary>
    public string? FindReason(PictureKey key) =>
        _entries.TryGetValue((key.Library, key.Sha256, key.Variant.Name), out var failure) && clock.GetUtcNow() < failure.Until
            ? failure.Reason : null;

    /// <summary>Caches a failure for all formats.</summary>
    /// <param name="key">The picture.</param>
    /// <param name="reason">The reason, as a message for the user.</param>
    /// <param name="isBusy">Whether the server ran out of time or memory, so that a retry may soon succeed.</param>
    public void Add(PictureKey key, string reason, bool isBusy = false)
    {
        if (_entries.Count >= MaxEntries) _entries.Clear();
        _entries[(key.Library, key.Sha256, key.Variant.Name)] = (reason, clock.GetUtcNow() + (isBusy ? BusyLifetime : EntryLifetime));
    }
}
