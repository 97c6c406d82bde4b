namespace Sovia.Import.Containers;

/// <summary>Records whether reading failed, so that a caller that copies the stream can tell a read error from a write error.</summary>
/// <param name="inner">The stream; left open.</param>
internal sealed class FaultTrackingStream(Stream inner) : ReadOnlyStream
{
    /// <summary>True once reading has failed because the bytes are damaged or unavailable.</summary>
    public bool HasFailed { get; private set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        HasFailed = true;
        var read = inner.Read(buffer);
        HasFailed = false;
        return read;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        HasFailed = true;
        var read = await inner.ReadAsync(buffer, cancellationToken);
        HasFailed = false;
        return read;
    }
}
