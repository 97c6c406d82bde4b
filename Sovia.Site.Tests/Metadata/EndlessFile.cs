namespace Sovia.Tests.Metadata;

/// <summary>A file of 4 GB that begins as told and repeats one piece ever after; it lies nowhere.</summary>
internal sealed class EndlessFile(byte[] beginning, byte[] piece) : Stream
{
    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => 4L << 30;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, Length - Position);
        for (var i = 0; i < count; i++, Position++)
            buffer[i] = Position < beginning.Length ? beginning[Position] : piece[(Position - beginning.Length) % piece.Length];
        BytesRead += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
