namespace Sovia.Import.Containers;

/// <summary>
/// Unpacked bytes, as long as they are not out of all proportion to what they were packed in. What an archive says of itself is not
/// believed.
/// </summary>
/// <param name="inner">Unpacks.</param>
/// <param name="packed">How many packed bytes have gone in so far, or will at most.</param>
/// <param name="limits">The proportion.</param>
/// <param name="budget">What is left of the bytes that the whole archive may unpack to.</param>
internal sealed class DecompressionGuardStream(Stream inner, Func<long> packed, ReadLimits limits, ByteBudget budget) : ReadOnlyStream
{
    // Small things may well pack better than any limit.
    private const long Grace = 8 << 20;

    private long unpacked;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await inner.ReadAsync(buffer, cancellationToken));

    private int Count(int read)
    {
        unpacked += read;
        if (unpacked > Grace && unpacked / Math.Max(1, packed()) > limits.CompressionRatio)
            throw new DecompressionLimitException(
                $"The archive unpacks to more than {limits.CompressionRatio} times its size. Genuine exports never do.");
        if (!budget.TryConsume(read))
            throw new DecompressionLimitException($"The archive unpacks to more than {limits.ArchiveBytes >> 30} GB.");
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
