using System.Buffers;
using System.Buffers.Binary;

namespace Sovia.Storage.Copying;

/// <summary>
/// Bytes in network order. Room is asked for by the piece: to ask a pipe for each value takes longer than the value does.
/// </summary>
/// <param name="to">Where they go.</param>
internal sealed class BigEndianWriter(IBufferWriter<byte> to)
{
    private const int Piece = 1 << 16;

    private Memory<byte> room;
    private int used;

    /// <summary>Room for so many bytes, all of which are to be filled.</summary>
    public Span<byte> GetSpan(int length)
    {
        if (room.Length - used < length)
        {
            Flush();
            room = to.GetMemory(Math.Max(length, Piece));
        }
        used += length;
        return room.Span.Slice(used - length, length);
    }

    /// <summary>Writes bytes.</summary>
    public void Write(ReadOnlySpan<byte> value) => value.CopyTo(GetSpan(value.Length));

    /// <summary>Writes a number.</summary>
    public void Write(long value) => BinaryPrimitives.WriteInt64BigEndian(GetSpan(sizeof(long)), value);

    /// <inheritdoc cref="Write(long)"/>
    public void Write(int value) => BinaryPrimitives.WriteInt32BigEndian(GetSpan(sizeof(int)), value);

    /// <inheritdoc cref="Write(long)"/>
    public void Write(short value) => BinaryPrimitives.WriteInt16BigEndian(GetSpan(sizeof(short)), value);

    /// <summary>Hands over what was written.</summary>
    public void Flush()
    {
        to.Advance(used);
        (room, used) = (default, 0);
    }
}
