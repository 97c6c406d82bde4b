namespace Sovia.Import.Containers;

/// <summary>A stream whose content is generated while it is read.</summary>
/// <param name="parts">The content, in parts.</param>
internal sealed class EnumerableStream(IEnumerable<ReadOnlyMemory<byte>> parts) : ReadOnlyStream
{
    private readonly IEnumerator<ReadOnlyMemory<byte>> rest = parts.GetEnumerator();
    private ReadOnlyMemory<byte> part;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (part.IsEmpty && rest.MoveNext()) part = rest.Current;
        var count = Math.Min(buffer.Length, part.Length);
        part.Span[..count].CopyTo(buffer);
        part = part[count..];
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) rest.Dispose();
        base.Dispose(disposing);
    }
}
