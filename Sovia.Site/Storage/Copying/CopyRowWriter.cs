using System.Buffers;
using System.Text;

namespace Sovia.Storage.Copying;

/// <summary>
/// Writes rows in PostgreSQL's binary COPY format. Npgsql's own importer is not used because it cannot write a <c>tsvector</c> and
/// awaits every single value.
/// </summary>
/// <param name="to">Receives the bytes.</param>
internal sealed class CopyRowWriter(IBufferWriter<byte> to)
{
    private const int TextOid = 25, BigintOid = 20, UuidOid = 2950;

    private readonly BigEndianWriter writer = new(to);

    /// <summary>Writes the header that precedes the first row.</summary>
    public void WriteHeader() => writer.Write([.. "PGCOPY\n"u8, 0xFF, .. "\r\n"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>Begins a row.</summary>
    /// <param name="columns">The number of values that follow.</param>
    public void BeginRow(short columns) => writer.Write(columns);

    /// <summary>Writes the trailer that follows the last row, and flushes.</summary>
    public void WriteTrailer()
    {
        BeginRow(-1);
        writer.Flush();
    }

    /// <summary>Adds the row's next value.</summary>
    public void Add(Guid value)
    {
        writer.Write(16);
        value.TryWriteBytes(writer.GetSpan(16), bigEndian: true, out _);
    }

    /// <inheritdoc cref="Add(Guid)"/>
    public void Add(long value)
    {
        writer.Write(sizeof(long));
        writer.Write(value);
    }

    /// <inheritdoc cref="Add(Guid)"/>
    public void Add(long? value)
    {
        if (value is { } number) Add(number);
        else writer.Write(-1);
    }

    /// <inheritdoc cref="Add(Guid)"/>
    public void Add(int value)
    {
        writer.Write(sizeof(int));
        writer.Write(value);
    }

    /// <inheritdoc cref="Add(Guid)"/>
    public void Add(short value)
    {
        writer.Write(sizeof(short));
        writer.Write(value);
    }

    /// <inheritdoc cref="Add(Guid)"/>
    public void Add(bool value)
    {
        writer.Write(1);
        writer.GetSpan(1)[0] = value ? (byte)1 : (byte)0;
    }

    /// <inheritdoc cref="Add(Guid)"/>
    public void Add(DateTimeOffset? value)
    {
        if (value is not { } time) writer.Write(-1);
        else Add((time.UtcTicks - new DateTime(2000, 1, 1).Ticks) / TimeSpan.TicksPerMicrosecond);
    }

    /// <inheritdoc cref="Add(Guid)"/>
    public void Add(string? value)
    {
        var length = value is null ? -1 : Encoding.UTF8.GetByteCount(value);
        writer.Write(length);
        if (value is not null) Encoding.UTF8.GetBytes(value, writer.GetSpan(length));
    }

    /// <summary>Adds a <c>jsonb</c> value.</summary>
    public void AddJson(ReadOnlySpan<byte> json)
    {
        writer.Write(json.Length + 1);
        writer.Write([1]);
        writer.Write(json);
    }

    /// <summary>Adds a <c>text</c> value of one line per item.</summary>
    /// <param name="texts">The items.</param>
    /// <param name="line">Returns an item's line in UTF-8.</param>
    public void AddLines<T>(IReadOnlyList<T> texts, Func<T, ReadOnlyMemory<byte>> line)
    {
        var length = texts.Count == 0 ? 0 : -1;
        for (var i = 0; i < texts.Count; i++) length += line(texts[i]).Length + 1;
        writer.Write(length);
        for (var i = 0; i < texts.Count; i++)
        {
            if (i > 0) writer.Write("\n"u8);
            writer.Write(line(texts[i]).Span);
        }
    }

    /// <summary>Adds a <c>text[]</c> value.</summary>
    public void Add(IReadOnlyList<string> values)
    {
        var length = 0;
        for (var i = 0; i < values.Count; i++) length += 4 + Encoding.UTF8.GetByteCount(values[i]);
        BeginArray(TextOid, values.Count, length);
        for (var i = 0; i < values.Count; i++) Add(values[i]);
    }

    /// <summary>Adds a <c>uuid[]</c> value.</summary>
    public void Add(Guid[] values)
    {
        BeginArray(UuidOid, values.Length, values.Length * (4 + 16));
        foreach (var value in values) Add(value);
    }

    /// <summary>Adds a <c>bigint[]</c> value.</summary>
    public void Add(long[] values)
    {
        BeginArray(BigintOid, values.Length, values.Length * (4 + sizeof(long)));
        foreach (var value in values) Add(value);
    }

    /// <summary>Adds a <c>tsvector</c> value.</summary>
    /// <inheritdoc cref="TsVectorWriter.Write(BigEndianWriter, IReadOnlyList{string}, IReadOnlyList{string})"/>
    public void AddLexemes(IReadOnlyList<string> facts, IReadOnlyList<string> words) => TsVectorWriter.Write(writer, facts, words);

    // An empty array has no dimensions.
    private void BeginArray(int oid, int count, int length)
    {
        writer.Write(12 + (count == 0 ? 0 : 8 + length));
        writer.Write(count == 0 ? 0 : 1);
        writer.Write(0);
        writer.Write(oid);
        if (count == 0) return;
        writer.Write(count);
        writer.Write(1);
    }
}
