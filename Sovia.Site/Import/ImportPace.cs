namespace Sovia.Import;

/// <summary>
/// The state of a run when its current step began, used to estimate its speed. A run that resumes after a crash starts its step over.
/// </summary>
/// <param name="Since">When the step began, UTC.</param>
/// <param name="Bytes">Bytes that had been read by then.</param>
/// <param name="Posts">Posts that had been read by then.</param>
public sealed record ImportPace(DateTimeOffset Since, long Bytes, int Posts)
{
    // A shorter time gives no useful estimate.
    private static readonly TimeSpan MinElapsed = TimeSpan.FromSeconds(1);

    /// <summary>Returns the posts per second; null if it is too early to tell.</summary>
    public double? PostsPerSecond(ImportRun run, DateTimeOffset now) =>
        now - Since < MinElapsed || run.Counts.Posts <= Posts ? null : (run.Counts.Posts - Posts) / (now - Since).TotalSeconds;

    /// <summary>Returns the estimated remaining time at this pace; null if it is too early to tell.</summary>
    public TimeSpan? EstimateRemaining(ImportRun run, DateTimeOffset now) =>
        now - Since < MinElapsed || run.BytesRead <= Bytes ? null
        : (now - Since) * ((double)(run.BytesTotal - run.BytesRead) / (run.BytesRead - Bytes));
}
