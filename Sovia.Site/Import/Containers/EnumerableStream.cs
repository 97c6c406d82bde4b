namespace Sovia.Import.Containers;

/// <summary>A stream whose content is generated while it is read.</summary>
/// <param name="parts">The content, in parts.</param>
internal sealed class EnumerableStream(IEnumerable<ReadOnlyMemory<byte>> parts) : ReadOnlyStream
{
    private readonly IEnumerator<ReadOnlyMemory<byte>> enumerator = parts.GetEnumerator();
    private ReadOnlyMemory<byte> currentPart;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (currentPart.IsEmpty && enumerator.MoveNext()) currentPart = enumerator.Current;
        var count = Math.Min(buffer.Length, currentPart.Length);
        currentPart.Span[..count].CopyTo(buffer);
        currentPart = currentPart[count..];
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) enumerator.Dispose();
        base.Dispose(disposing);
    }
}
