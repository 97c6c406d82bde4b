namespace Sovia.Prompts.Earned;

/// <summary>How often families with something are liked.</summary>
/// <param name="Value">A word, two words with a space between, a model or a mode.</param>
/// <param name="Families">How many families have it.</param>
/// <param name="Likes">How many of those are liked.</param>
public sealed record LikeRate(string Value, int Families, int Likes)
{
    /// <summary>The share of them that is liked, 0 to 1.</summary>
    public double Rate => Families == 0 ? 0 : (double)Likes / Families;

    /// <summary>The lower bound of the 95 % interval of that share.</summary>
    public double AtLeast => WilsonInterval.LowerBound(Likes, Families);
}
