namespace Sovia.Import;

/// <summary>
/// Where a run stood when its present step began, to tell from how fast it goes. A run that goes on after a crash begins its step anew.
/// </summary>
/// <param name="Since">When, UTC.</param>
/// <param name="Bytes">Bytes that had been read by then.</param>
/// <param name="Posts">Posts that had been met by then.</param>
public sealed record ImportPace(DateTimeOffset Since, long Bytes, int Posts)
{
    // What went through in less time says little about the rest.
    private static readonly TimeSpan Telling = TimeSpan.FromSeconds(1);

    /// <summary>Posts a second; null while there is too little to tell.</summary>
    public double? PostsPerSecond(ImportRun run, DateTimeOffset now) =>
        now - Since < Telling || run.Counts.Posts <= Posts ? null : (run.Counts.Posts - Posts) / (now - Since).TotalSeconds;

    /// <summary>How long the rest takes at this pace; null while there is too little to tell.</summary>
    public TimeSpan? EstimateRemaining(ImportRun run, DateTimeOffset now) =>
        now - Since < Telling || run.BytesRead <= Bytes ? null
        : (now - Since) * ((double)(run.BytesTotal - run.BytesRead) / (run.BytesRead - Bytes));
}
