namespace Sovia.Jobs;

/// <summary>
/// An item that is being worked on, or that waits to be tried again; its row goes when the item ends. How far it is stands with the item
/// itself.
/// </summary>
public sealed record JobRow
{
    // Longer than any fault takes to show itself.
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(3);

    /// <summary>The kind and the item, <c>import 0199…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The node that works on it, or did last.</summary>
    public required string Node { get; init; }

    /// <summary>When the current attempt began, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the node last said that it is at it, UTC.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>How often it was begun in a row without going on for a while, also by processes that died of it.</summary>
    public int Attempts { get; init; }

    /// <summary>
    /// When a fault that passes first kept it from its end, UTC; null where it has been going on for a while since, and where none did.
    /// </summary>
    public DateTimeOffset? TroubledSince { get; init; }

    /// <summary>What kept the last attempt from its end, in words; null where nothing did.</summary>
    public string? Trouble { get; init; }

    /// <summary>The row as it is at a time: an attempt that has lasted is the first of a new count, because the item does go on.</summary>
    public JobRow WithHeartbeat(DateTimeOffset now) =>
        (now - StartedAt < Lasting ? this : this with { Attempts = 1, TroubledSince = null }) with { SeenAt = now };

    /// <summary>True where it was begun so often, and for so long, that nothing is to be expected of another attempt.</summary>
    public bool HasExhaustedRetries(DateTimeOffset now) =>
        Attempts > RunJobItem.MaxAttempts && (TroubledSince is not { } since || now - since >= RunJobItem.MinRetryDuration);

    /// <summary>The row's id of an item.</summary>
    public static string CreateId(string job, string item) => $"{job} {item}";
}
