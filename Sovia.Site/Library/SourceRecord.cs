using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace Sovia.Library;

/// <summary>
/// What one source says of a post, and what is needed to judge it by. A post is what all its statements come to, whatever order
/// they came in.
/// </summary>
public sealed record SourceRecord
{
    // As large as a post itself, and one is needed for each.
    [ThreadStatic]
    private static XxHash3? kept;

    /// <summary>
    /// The source's own words as compact JSON text with sorted keys and without the posts nested in it; empty for what came from no
    /// source. Text and not JSON, because a source may hold what JSONB cannot (a NUL, half a surrogate pair).
    /// </summary>
    public required string Raw { get; init; }

    /// <summary>The same in the words of the maker's API, where the source has words of its own.</summary>
    public string? Restated { get; init; }

    /// <summary>What kind of source it is.</summary>
    public SourceKind Kind { get; init; }

    /// <summary>When a source last said so, UTC, as far as it is known. Not a part of what is said.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>What it says the post was made from.</summary>
    public Guid? Parent { get; init; }

    /// <summary>The post under which it stood.</summary>
    public Guid? Enclosing { get; init; }

    /// <summary>True where it stood in a list of liked posts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Listed { get; init; }

    /// <summary>True where both say the same, whenever they did.</summary>
    public bool HasSameContent(SourceRecord other) => this with { SeenAt = other.SeenAt } == other;

    /// <summary>A number for what is said: two statements of one post that differ have different ones.</summary>
    public long ComputeFingerprint()
    {
        var hash = kept ??= new();
        hash.Reset();
        Span<char> id = stackalloc char[36];
        Append(hash, Raw);
        Append(hash, Restated);
        Append(hash, Kind.ToString());
        Append(hash, Parent, id);
        Append(hash, Enclosing, id);
        Append(hash, Listed ? "listed" : null);
        return (long)hash.GetCurrentHashAsUInt64();
    }

    private static void Append(XxHash3 hash, string? text) => Append(hash, text, text is not null);

    private static void Append(XxHash3 hash, Guid? id, Span<char> text)
    {
        id?.TryFormat(text, out _);
        Append(hash, id is null ? [] : text, id is not null);
    }

    private static void Append(XxHash3 hash, ReadOnlySpan<char> text, bool isThere)
    {
        hash.Append(MemoryMarshal.AsBytes(text));
        hash.Append([isThere ? (byte)1 : (byte)0, 0xFF]);
    }

    /// <summary>The marks of statements, each with when it was <see cref="GetSeenAtMicroseconds"/>.</summary>
    public static long[] ComputeFingerprints(IReadOnlyList<SourceRecord> statements)
    {
        var marks = new long[statements.Count * 2];
        foreach (var (at, sourceRecord) in statements.Index())
            (marks[at * 2], marks[at * 2 + 1]) = (sourceRecord.ComputeFingerprint(), sourceRecord.GetSeenAtMicroseconds());
        return marks;
    }

    /// <summary><see cref="SeenAt"/> in microseconds; the smallest number where it is not known.</summary>
    public long GetSeenAtMicroseconds() => SeenAt is { } at ? at.UtcTicks / TimeSpan.TicksPerMicrosecond : long.MinValue;

    /// <summary>The time of <see cref="GetSeenAtMicroseconds"/>.</summary>
    public static DateTimeOffset? FromMicroseconds(long seen) =>
        seen == long.MinValue ? null : new(seen * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
