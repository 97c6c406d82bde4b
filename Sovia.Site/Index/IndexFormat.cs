namespace Sovia.Index;

/// <summary>
/// Which form index rows have. It goes up when rows of the same posts would look otherwise; older ones are derived again.
/// </summary>
public static class IndexFormat
{
    /// <summary>The form that this program writes.</summary>
    public const int Current = 5;
}
