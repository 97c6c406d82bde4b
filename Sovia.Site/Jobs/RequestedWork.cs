namespace Sovia.Jobs;

/// <summary>
/// The state of long-running work that a user requests: request, end, and latest report. Any node can run the work and read its state.
/// </summary>
public sealed record RequestedWork
{
    /// <summary>The job kind's name.</summary>
    public required string Id { get; init; }

    /// <summary>When the work was requested, UTC.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When the work ended, UTC; null while it is requested or running.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The latest report, as JSON; null before the first.</summary>
    public string? Report { get; init; }

    /// <summary>The reason why the work failed; null if it did not fail.</summary>
    public string? Failure { get; init; }
}
