namespace Sovia.Culling;

/// <summary>A comparison of two posts.</summary>
/// <param name="First">One post.</param>
/// <param name="Second">The other.</param>
/// <param name="Winner">The better one; null if both are equally good.</param>
public sealed record PairComparison(Guid First, Guid Second, Guid? Winner)
{
    /// <summary>Returns whether these two are compared, in either order.</summary>
    public bool IsBetween(Guid one, Guid other) => (First, Second) == (one, other) || (Second, First) == (one, other);
}
