namespace Sovia.Import.Containers;

/// <summary>A stretch of a stream that can go back. Of several over one stream each goes on where it was.</summary>
/// <param name="whole">The stream; left open.</param>
/// <param name="start">Where the stretch begins.</param>
/// <param name="length">How long it is; the stream may end before.</param>
internal sealed class SliceStream(Stream whole, long start, long length) : ReadOnlyStream
{
    private long at;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length > length - at) buffer = buffer[..(int)Math.Max(0, length - at)];
        if (buffer.IsEmpty || start + at >= whole.Length) return 0;
        whole.Position = start + at;
        var read = whole.Read(buffer);
        at += read;
        return read;
    }
}
