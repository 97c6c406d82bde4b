namespace Sovia.Prompts.LikeRates;

/// <summary>The like rate of the families that have a value in common.</summary>
/// <param name="Value">The value: a word, two words separated by a space, a model or a mode.</param>
/// <param name="Families">The number of families that have the value.</param>
/// <param name="Likes">The number of these families that are liked.</param>
public sealed record LikeRate(string Value, int Families, int Likes)
{
    /// <summary>The share of these families that is liked, 0 to 1.</summary>
    public double Rate => Families == 0 ? 0 : (double)Likes / Families;

    /// <summary>The lower bound of the 95% confidence interval of that share.</summary>
    public double LowerBound => WilsonInterval.LowerBound(Likes, Families);
}
