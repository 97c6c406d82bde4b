namespace Sovia.Import.Containers;

/// <summary>A stream whose first bytes were peeked at and are returned again.</summary>
internal sealed class PeekableStream : ReadOnlyStream
{
    private readonly Stream inner;
    private ReadOnlyMemory<byte> head;

    private PeekableStream(ReadOnlyMemory<byte> head, Stream rest) => (this.head, this.inner) = (head, rest);

    /// <summary>Returns the first bytes of a stream, and a stream that begins with them.</summary>
    /// <param name="stream">The stream, read from its current position; returned itself if it is seekable.</param>
    /// <param name="length">Number of bytes to peek at.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<(ReadOnlyMemory<byte> Head, Stream Whole)> PeekAsync(Stream stream, int length, CancellationToken ct)
    {
        var head = new byte[length];
        var startPosition = stream.CanSeek ? stream.Position : 0;
        var bytesRead = await stream.ReadAtLeastAsync(head, length, throwOnEndOfStream: false, ct);
        if (!stream.CanSeek) return (head.AsMemory(0, bytesRead), new PeekableStream(head.AsMemory(0, bytesRead), stream));
        stream.Position = startPosition;
        return (head.AsMemory(0, bytesRead), stream);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (head.IsEmpty) return inner.Read(buffer);
        var count = Math.Min(buffer.Length, head.Length);
        head.Span[..count].CopyTo(buffer);
        head = head[count..];
        return count;
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        head.IsEmpty ? inner.ReadAsync(buffer, cancellationToken) : new(Read(buffer.Span));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
