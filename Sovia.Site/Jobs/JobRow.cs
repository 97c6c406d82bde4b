namespace Sovia.Jobs;

/// <summary>
/// An item that is running or waits to be retried. The row is deleted when the item ends; progress is recorded with the item itself.
/// </summary>
public sealed record JobRow
{
    // An attempt that runs longer than this counts as stable, because a recurring fault would have stopped it sooner.
    private static readonly TimeSpan StableDuration = TimeSpan.FromMinutes(3);

    /// <summary>The job kind and the item, <c>import 0199…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The node that runs the item, or ran it last.</summary>
    public required string Node { get; init; }

    /// <summary>When the current attempt started, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the node last sent a heartbeat, UTC.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>The number of consecutive attempts that ended before they were stable, including those that ended their process.</summary>
    public int Attempts { get; init; }

    /// <summary>
    /// When a transient fault first stopped the item, UTC; null if there was none, or if an attempt has been stable since.
    /// </summary>
    public DateTimeOffset? TroubledSince { get; init; }

    /// <summary>The reason why the last attempt failed, in words; null if it did not fail.</summary>
    public string? Trouble { get; init; }

    /// <summary>
    /// Returns the row with a new heartbeat. A stable attempt resets the count, because the item is making progress.
    /// </summary>
    public JobRow WithHeartbeat(DateTimeOffset now) =>
        (now - StartedAt < StableDuration ? this : this with { Attempts = 1, TroubledSince = null }) with { SeenAt = now };

    /// <summary>Returns whether the item was tried so often, and for so long, that another attempt is pointless.</summary>
    public bool HasExhaustedRetries(DateTimeOffset now) =>
        Attempts > RunJobItem.MaxAttempts && (TroubledSince is not { } since || now - since >= RunJobItem.MinRetryDuration);

    /// <summary>Returns the row id of an item.</summary>
    public static string CreateId(string job, string item) => $"{job} {item}";
}
