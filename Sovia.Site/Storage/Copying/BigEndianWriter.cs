using System.Buffers;
using System.Buffers.Binary;

namespace Sovia.Storage.Copying;

/// <summary>
/// Writes values in network byte order. Takes memory from the pipe in large pieces, because a call per value costs more than the value.
/// </summary>
/// <param name="to">Receives the bytes.</param>
internal sealed class BigEndianWriter(IBufferWriter<byte> to)
{
    private const int ChunkSize = 1 << 16;

    private Memory<byte> buffer;
    private int usedBytes;

    /// <summary>Returns a span of the given length. The caller must fill all of it.</summary>
    public Span<byte> GetSpan(int length)
    {
        if (buffer.Length - usedBytes < length)
        {
            Flush();
            buffer = to.GetMemory(Math.Max(length, ChunkSize));
        }
        usedBytes += length;
        return buffer.Span.Slice(usedBytes - length, length);
    }

    /// <summary>Writes bytes.</summary>
    public void Write(ReadOnlySpan<byte> value) => value.CopyTo(GetSpan(value.Length));

    /// <summary>Writes a number.</summary>
    public void Write(long value) => BinaryPrimitives.WriteInt64BigEndian(GetSpan(sizeof(long)), value);

    /// <inheritdoc cref="Write(long)"/>
    public void Write(int value) => BinaryPrimitives.WriteInt32BigEndian(GetSpan(sizeof(int)), value);

    /// <inheritdoc cref="Write(long)"/>
    public void Write(short value) => BinaryPrimitives.WriteInt16BigEndian(GetSpan(sizeof(short)), value);

    /// <summary>Advances the underlying writer past everything written so far.</summary>
    public void Flush()
    {
        to.Advance(usedBytes);
        (buffer, usedBytes) = (default, 0);
    }
}
