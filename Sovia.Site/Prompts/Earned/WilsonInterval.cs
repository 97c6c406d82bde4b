namespace Sovia.Prompts.Earned;

/// <summary>The interval in which a share lies (E. B. Wilson, 1927): honest also where cases are few or all alike.</summary>
public static class WilsonInterval
{
    // The normal distribution has 95 % within so many standard deviations.
    private const double Deviations = 1.959963984540054;

    /// <summary>The lower bound of the 95 % interval of a share; 0 without cases.</summary>
    /// <param name="hits">Cases in which it was so.</param>
    /// <param name="cases">All cases.</param>
    public static double LowerBound(int hits, int cases)
    {
        if (cases == 0) return 0;
        const double Square = Deviations * Deviations;
        var share = (double)hits / cases;
        var middle = share + (Square / (2 * cases));
        var half = Deviations * Math.Sqrt(((share * (1 - share)) + (Square / (4 * cases))) / cases);
        return Math.Max(0, (middle - half) / (1 + (Square / cases)));
    }
}
