using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace Sovia.Library;

/// <summary>
/// The data of one source about a post, with its provenance. A post is the merger of all its source records, regardless of the order in
/// which they were imported.
/// </summary>
public sealed record SourceRecord
{
    // Pooled, because each record needs a buffer as large as the post.
    [ThreadStatic]
    private static XxHash3? pooledHash;

    /// <summary>
    /// The raw source data as compact JSON text with sorted keys and without nested posts; empty for a post without a source. Stored as
    /// text, because a source can contain characters that JSONB cannot hold (NUL, unpaired surrogates).
    /// </summary>
    public required string Raw { get; init; }

    /// <summary>The data converted to the format of Grok's API, if the source has a format of its own.</summary>
    [JsonPropertyName("restated")]
    public string? NormalisedJson { get; init; }

    /// <summary>The kind of the source.</summary>
    public SourceKind Kind { get; init; }

    /// <summary>When a source last contained this data, UTC, if known. Not part of the content.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>The parent that the source states.</summary>
    public Guid? Parent { get; init; }

    /// <summary>The post that contained this one in the source.</summary>
    public Guid? Enclosing { get; init; }

    /// <summary>True if the source was a list of liked posts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonPropertyName("listed")]
    public bool ListedAsLiked { get; init; }

    /// <summary>Returns whether two records have the same content, regardless of when they were seen.</summary>
    public bool HasSameContent(SourceRecord other) => this with { SeenAt = other.SeenAt } == other;

    /// <summary>Computes a fingerprint of the content: different records of one post have different fingerprints.</summary>
    public long ComputeFingerprint()
    {
        var hash = pooledHash ??= new();
        hash.Reset();
        Span<char> idBuffer = stackalloc char[36];
        Append(hash, Raw);
        Append(hash, NormalisedJson);
        Append(hash, Kind.ToString());
        Append(hash, Parent, idBuffer);
        Append(hash, Enclosing, idBuffer);
        Append(hash, ListedAsLiked ? "listed" : null);
        return (long)hash.GetCurrentHashAsUInt64();
    }

    private static void Append(XxHash3 hash, string? text) => Append(hash, text, text is not null);

    private static void Append(XxHash3 hash, Guid? id, Span<char> buffer)
    {
        id?.TryFormat(buffer, out _);
        Append(hash, id is null ? [] : buffer, id is not null);
    }

    private static void Append(XxHash3 hash, ReadOnlySpan<char> text, bool hasValue)
    {
        hash.Append(MemoryMarshal.AsBytes(text));
        hash.Append([hasValue ? (byte)1 : (byte)0, 0xFF]);
    }

    /// <summary>Computes the fingerprints of records, each followed by its <see cref="GetSeenAtMicroseconds"/>.</summary>
    public static long[] ComputeFingerprints(IReadOnlyList<SourceRecord> statements)
    {
        var fingerprints = new long[statements.Count * 2];
        foreach (var (i, sourceRecord) in statements.Index())
            (fingerprints[i * 2], fingerprints[i * 2 + 1]) = (sourceRecord.ComputeFingerprint(), sourceRecord.GetSeenAtMicroseconds());
        return fingerprints;
    }

    /// <summary>Returns <see cref="SeenAt"/> in microseconds; the smallest number if unknown.</summary>
    public long GetSeenAtMicroseconds() => SeenAt is { } seenAt ? seenAt.UtcTicks / TimeSpan.TicksPerMicrosecond : long.MinValue;

    /// <summary>Converts the result of <see cref="GetSeenAtMicroseconds"/> back to a time.</summary>
    public static DateTimeOffset? FromMicroseconds(long seen) =>
        seen == long.MinValue ? null : new(seen * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
