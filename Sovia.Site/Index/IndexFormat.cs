namespace Sovia.Index;

/// <summary>
/// The version of the format of index rows. Increase it when the same posts would yield different rows; older rows are then rebuilt.
/// </summary>
public static class IndexFormat
{
    /// <summary>The version that this program writes.</summary>
    public const int Current = 6;
}
