namespace Sovia.Prompts.LikeRates;

/// <summary>
/// The Wilson score interval of a proportion (E. B. Wilson, 1927), which stays accurate for few cases and for proportions near 0 or 1.
/// </summary>
public static class WilsonInterval
{
    // The z-score of a two-sided 95% interval of the normal distribution.
    private const double ZScore = 1.959963984540054;

    /// <summary>Returns the lower bound of the 95% interval; 0 if there are no cases.</summary>
    /// <param name="hits">The number of successes.</param>
    /// <param name="cases">The number of cases.</param>
    public static double LowerBound(int hits, int cases)
    {
        if (cases == 0) return 0;
        const double ZSquared = ZScore * ZScore;
        var share = (double)hits / cases;
        var centre = share + (ZSquared / (2 * cases));
        var halfWidth = ZScore * Math.Sqrt(((share * (1 - share)) + (ZSquared / (4 * cases))) / cases);
        return Math.Max(0, (centre - halfWidth) / (1 + (ZSquared / cases)));
    }
}
