using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace Sovia.Library;

/// <summary>
/// What one source says of a post, and what is needed to judge it by. A post is what all its statements come to, whatever order
/// they came in.
/// </summary>
public sealed record Statement
{
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
    public bool Says(Statement other) => this with { SeenAt = other.SeenAt } == other;

    /// <summary>A number for what is said: two statements of one post that differ have different ones.</summary>
    public long Mark()
    {
        var hash = new XxHash3();
        foreach (var text in (ReadOnlySpan<string?>)[Raw, Restated, Kind.ToString(), Parent?.ToString(), Enclosing?.ToString(), Listed ? "listed" : null])
        {
            hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
            hash.Append([text is null ? (byte)0 : (byte)1, 0xFF]);
        }
        return (long)hash.GetCurrentHashAsUInt64();
    }

    /// <summary><see cref="SeenAt"/> in microseconds; the smallest number where it is not known.</summary>
    public long Seen() => SeenAt is { } at ? at.UtcTicks / TimeSpan.TicksPerMicrosecond : long.MinValue;

    /// <summary>The time of <see cref="Seen"/>.</summary>
    public static DateTimeOffset? At(long seen) => seen == long.MinValue ? null : new(seen * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
