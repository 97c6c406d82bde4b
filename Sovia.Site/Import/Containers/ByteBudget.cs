namespace Sovia.Import.Containers;

/// <summary>The number of bytes that one import may still unpack, over all archives in it.</summary>
/// <param name="bytes">The initial budget in bytes.</param>
internal sealed class ByteBudget(long bytes)
{
    private long remainingBytes = bytes;

    /// <summary>Subtracts the bytes; returns false once the budget is exceeded.</summary>
    public bool TryConsume(int count) => (remainingBytes -= count) >= 0;
}
