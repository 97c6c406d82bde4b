namespace Sovia.Metadata.Containers;

/// <summary>Presents the IDAT chunks of a PNG as one stream.</summary>
internal sealed class PngDataStream(BoundedFileReader file, IReadOnlyList<(long At, uint Length)> chunks) : Stream
{
    private const long MaxBytes = 128 << 20;

    private int _chunk;
    private long _within;
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        while (_chunk < chunks.Count && _within >= chunks[_chunk].Length) (_chunk, _within) = (_chunk + 1, 0);
        if (_chunk >= chunks.Count || _read >= MaxBytes) return 0;
        var (at, length) = chunks[_chunk];
        var read = file.ReadUncounted(at + _within, buffer[..(int)Math.Min(buffer.Length, length - _within)]);
        _within += read;
        _read += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
