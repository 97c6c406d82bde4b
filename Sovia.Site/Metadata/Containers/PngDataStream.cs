namespace Sovia.Metadata.Containers;

/// <summary>Presents the IDAT chunks of a PNG as one stream.</summary>
internal sealed class PngDataStream(BoundedFileReader file, IReadOnlyList<(long At, uint Length)> chunks) : Stream
{
    private const long MaxBytes = 128 << 20;

    private int _chunkIndex;
    private long _offset;
    private long _totalRead;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _totalRead; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        while (_chunkIndex < chunks.Count && _offset >= chunks[_chunkIndex].Length) (_chunkIndex, _offset) = (_chunkIndex + 1, 0);
        if (_chunkIndex >= chunks.Count || _totalRead >= MaxBytes) return 0;
        var (start, length) = chunks[_chunkIndex];
        var read = file.ReadUncounted(start + _offset, buffer[..(int)Math.Min(buffer.Length, length - _offset)]);
        _offset += read;
        _totalRead += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
