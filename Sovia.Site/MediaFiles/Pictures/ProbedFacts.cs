namespace Sovia.MediaFiles.Pictures;

/// <summary>What was found out about a file.</summary>
/// <param name="Facts">The facts, without a version.</param>
/// <param name="IsPassing">Whether more may be found out another time, because the machine had no time or no room for it.</param>
internal readonly record struct ProbedFacts(MediaFacts Facts, bool IsPassing = false)
{
    /// <summary>What was found out before it went wrong, and what went wrong.</summary>
    public static ProbedFacts Of(MediaFacts facts, UnshowableException exception) =>
        new(facts with { Problem = exception.Message, Damage = exception.IsDamage ? exception.Message : null }, exception.IsPassing);
}
