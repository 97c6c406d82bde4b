namespace Sovia.Media.Scanning;

/// <summary>Settings for watching the media roots while the site runs.</summary>
/// <param name="Enabled">Whether the roots are watched, <c>Sovia:WatchMediaRoots</c>.</param>
public sealed record WatchSettings(bool Enabled)
{
    /// <summary>How often to check for changes.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a file must be unchanged to count as complete.</summary>
    public TimeSpan QuietPeriod { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>How often to scan everything anyway, because the operating system may miss changes.</summary>
    public TimeSpan FullScanInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often to scan everything if a root cannot be watched, as on some network drives.</summary>
    public TimeSpan UnwatchedScanInterval { get; init; } = TimeSpan.FromSeconds(5);
}
