namespace Sovia.Import.Containers;

/// <summary>How many bytes may still be unpacked of one hand-over, however many archives it holds.</summary>
/// <param name="bytes">How many at first.</param>
internal sealed class ByteBudget(long bytes)
{
    private long left = bytes;

    /// <summary>Takes some away; false once nothing is left.</summary>
    public bool TryConsume(int count) => (left -= count) >= 0;
}
