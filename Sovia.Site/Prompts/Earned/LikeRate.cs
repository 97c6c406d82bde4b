namespace Sovia.Prompts.Earned;

/// <summary>How often families with a property are liked.</summary>
/// <param name="Value">A word, two words separated by a space, a model or a mode.</param>
/// <param name="Families">The number of families with it.</param>
/// <param name="Likes">The number of those that are liked.</param>
public sealed record LikeRate(string Value, int Families, int Likes)
{
    /// <summary>The share of these families that is liked, 0 to 1.</summary>
    public double Rate => Families == 0 ? 0 : (double)Likes / Families;

    /// <summary>The lower bound of the 95% confidence interval of that share.</summary>
    public double AtLeast => WilsonInterval.LowerBound(Likes, Families);
}
