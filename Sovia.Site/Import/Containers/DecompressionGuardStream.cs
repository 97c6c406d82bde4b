namespace Sovia.Import.Containers;

/// <summary>
/// Returns unpacked bytes up to a maximum compression ratio and a budget. Does not trust the sizes stated in the archive.
/// </summary>
/// <param name="inner">The decompressing stream.</param>
/// <param name="packed">Returns the number of packed bytes read so far, or their maximum.</param>
/// <param name="limits">The maximum ratio.</param>
/// <param name="budget">The number of bytes that the whole import may still unpack.</param>
internal sealed class DecompressionGuardStream(Stream inner, Func<long> packed, ReadLimits limits, ByteBudget budget) : ReadOnlyStream
{
    // Small files may legitimately exceed the ratio.
    private const long MinCheckedBytes = 8 << 20;

    private long unpackedBytes;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => CheckLimits(inner.Read(buffer));

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        CheckLimits(await inner.ReadAsync(buffer, cancellationToken));

    private int CheckLimits(int byteCount)
    {
        unpackedBytes += byteCount;
        if (unpackedBytes > MinCheckedBytes && unpackedBytes / Math.Max(1, packed()) > limits.CompressionRatio)
            throw new DecompressionLimitException(
                $"The archive unpacks to more than {limits.CompressionRatio} times its size. Genuine exports never do.");
        if (!budget.TryConsume(byteCount))
            throw new DecompressionLimitException($"The archive unpacks to more than {limits.ArchiveBytes >> 30} GB.");
        return byteCount;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
