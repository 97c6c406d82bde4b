namespace Sovia.Jobs;

/// <summary>
/// Long work that somebody starts with a button: whether it is asked for, and what it met so far or the last time. Any node does it and any
/// shows it.
/// </summary>
public sealed record RequestedWork
{
    /// <summary>The kind of job.</summary>
    public required string Id { get; init; }

    /// <summary>When it was asked for, UTC.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When it ended, UTC; null while it is asked for or under way.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What it met, as JSON; null before the first.</summary>
    public string? Report { get; init; }

    /// <summary>Why it did not come to its end; null where it did.</summary>
    public string? Failure { get; init; }
}
