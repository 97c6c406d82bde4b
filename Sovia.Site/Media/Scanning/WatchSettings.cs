namespace Sovia.Media.Scanning;

/// <summary>How the media roots are watched while the site runs.</summary>
/// <param name="Enabled">Whether they are, <c>Sovia:WatchMediaRoots</c>.</param>
public sealed record WatchSettings(bool Enabled)
{
    /// <summary>How often is looked whether something has happened.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a file must have been left alone to count as landed.</summary>
    public TimeSpan QuietPeriod { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>How often everything is looked at anyway: the operating system may have kept quiet about a change.</summary>
    public TimeSpan FullScanInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The same where a folder cannot be watched at all, as on some network drives.</summary>
    public TimeSpan UnwatchedScanInterval { get; init; } = TimeSpan.FromSeconds(5);
}
