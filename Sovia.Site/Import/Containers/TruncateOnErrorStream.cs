namespace Sovia.Import.Containers;

/// <summary>A stream that ends where decompression fails, so that the part before can be used.</summary>
/// <param name="inner">The decompressing stream.</param>
internal sealed class TruncateOnErrorStream(Stream inner) : ReadOnlyStream
{
    /// <summary>True once decompression has failed.</summary>
    public bool IsTruncated { get; private set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return IsTruncated ? 0 : inner.Read(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            IsTruncated = true;
            return 0;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return IsTruncated ? 0 : await inner.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            IsTruncated = true;
            return 0;
        }
    }
}
