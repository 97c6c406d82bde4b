using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Sovia.Library.Writing;

/// <summary>
/// Rows as PostgreSQL's binary COPY takes them. The bytes are made here and not by the driver, because it knows no way to make a
/// <c>tsvector</c> and waits for each single value.
/// </summary>
/// <param name="bytes">Where they go.</param>
internal sealed class RowBytes(IBufferWriter<byte> bytes)
{
    private const int TextOid = 25, BigintOid = 20;

    /// <summary>Writes what stands before the first row.</summary>
    public void Begin() => bytes.Write<byte>([.. "PGCOPY\n"u8, 0xFF, .. "\r\n"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>Begins a row.</summary>
    /// <param name="columns">How many values will follow.</param>
    public void Row(short columns) => Write(columns);

    /// <summary>Writes what stands behind the last row.</summary>
    public void End() => Row(-1);

    /// <summary>The next value.</summary>
    public void Add(Guid value)
    {
        Write(16);
        value.TryWriteBytes(bytes.GetSpan(16), bigEndian: true, out _);
        bytes.Advance(16);
    }

    /// <inheritdoc cref="Add(Guid)"/>
    public void Add(long value)
    {
        Write(sizeof(long));
        Write(value);
    }

    /// <inheritdoc cref="Add(Guid)"/>
    public void Add(int value)
    {
        Write(sizeof(int));
        Write(value);
    }

    /// <inheritdoc cref="Add(Guid)"/>
    public void Add(short value)
    {
        Write(sizeof(short));
        Write(value);
    }

    /// <inheritdoc cref="Add(Guid)"/>
    public void Add(bool value)
    {
        Write(1);
        bytes.Write<byte>([value ? (byte)1 : (byte)0]);
    }

    /// <inheritdoc cref="Add(Guid)"/>
    public void Add(DateTimeOffset? value)
    {
        if (value is not { } time) Write(-1);
        else Add((time.UtcTicks - new DateTime(2000, 1, 1).Ticks) / TimeSpan.TicksPerMicrosecond);
    }

    /// <inheritdoc cref="Add(Guid)"/>
    public void Add(string? value)
    {
        var length = value is null ? -1 : Encoding.UTF8.GetByteCount(value);
        Write(length);
        if (value is null) return;
        Encoding.UTF8.GetBytes(value, bytes.GetSpan(length));
        bytes.Advance(length);
    }

    /// <summary>The next value, a <c>jsonb</c>.</summary>
    public void AddJson(ReadOnlySpan<byte> json)
    {
        Write(json.Length + 1);
        bytes.Write<byte>([1]);
        bytes.Write(json);
    }

    /// <summary>The next value, a <c>text[]</c>.</summary>
    public void Add(IReadOnlyList<string> values)
    {
        BeginArray(TextOid, values.Count, values.Sum(value => 4 + Encoding.UTF8.GetByteCount(value)));
        foreach (var value in values) Add(value);
    }

    /// <summary>The next value, a <c>bigint[]</c>.</summary>
    public void Add(long[] values)
    {
        BeginArray(BigintOid, values.Length, values.Length * (4 + sizeof(long)));
        foreach (var value in values) Add(value);
    }

    /// <summary>The next value, a <c>tsvector</c> without places.</summary>
    /// <param name="facts">Distinct; the server sorts them.</param>
    /// <param name="words">The same; none of them is among the others.</param>
    public void AddLexemes(IReadOnlyCollection<string> facts, IReadOnlyCollection<string> words)
    {
        Write(4 + facts.Concat(words).Sum(lexeme => 3 + Encoding.UTF8.GetByteCount(lexeme)));
        Write(facts.Count + words.Count);
        foreach (var lexeme in facts.Concat(words))
        {
            var length = Encoding.UTF8.GetBytes(lexeme, bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(lexeme.Length)));
            bytes.Advance(length);
            bytes.Write<byte>([0, 0, 0]);
        }
    }

    // An empty array has no dimension at all.
    private void BeginArray(int oid, int count, int length)
    {
        Write(12 + (count == 0 ? 0 : 8 + length));
        Write(count == 0 ? 0 : 1);
        Write(0);
        Write(oid);
        if (count == 0) return;
        Write(count);
        Write(1);
    }

    private void Write(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(sizeof(long)), value);
        bytes.Advance(sizeof(long));
    }

    private void Write(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(4), value);
        bytes.Advance(4);
    }

    private void Write(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(bytes.GetSpan(sizeof(short)), value);
        bytes.Advance(sizeof(short));
    }
}
