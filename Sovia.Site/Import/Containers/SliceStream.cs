namespace Sovia.Import.Containers;

/// <summary>A section of a seekable stream. Several sections of one stream keep separate positions.</summary>
/// <param name="whole">The stream; left open.</param>
/// <param name="start">The start of the section.</param>
/// <param name="length">The length of the section; the stream may end before.</param>
internal sealed class SliceStream(Stream whole, long start, long length) : ReadOnlyStream
{
    private long position;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length > length - position) buffer = buffer[..(int)Math.Max(0, length - position)];
        if (buffer.IsEmpty || start + position >= whole.Length) return 0;
        whole.Position = start + position;
        var bytesRead = whole.Read(buffer);
        position += bytesRead;
        return bytesRead;
    }
}
