namespace Sovia.Jobs;

/// <summary>An item that is being worked on, or that waits to be tried again; its row goes when the item ends. How far it is stands with the item itself.</summary>
public sealed record JobRow
{
    /// <summary>The kind and the item, <c>import 0199…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The node that works on it, or did last.</summary>
    public required string Node { get; init; }

    /// <summary>When the current attempt began, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the node last said that it is at it, UTC.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>How often it was begun, also by processes that died of it.</summary>
    public int Attempts { get; init; }

    /// <summary>What kept the last attempt from its end, in words; null where nothing did.</summary>
    public string? Trouble { get; init; }

    /// <summary>The row's id of an item.</summary>
    public static string IdOf(string job, string item) => $"{job} {item}";
}
