using Sovia.Metadata.Decoding;

namespace Sovia.Metadata.Probing;

/// <summary>What was found out about a file.</summary>
/// <param name="Facts">The facts, without a version.</param>
/// <param name="IsTransient">Whether more may be found out another time, because the machine had no time or no room for it.</param>
internal readonly record struct ProbeResult(MediaFacts Facts, bool IsTransient = false)
{
    /// <summary>What was found out before it went wrong, and what went wrong.</summary>
    public static ProbeResult FromException(MediaFacts facts, UnreadableMediaException exception) =>
        new(facts with { Problem = exception.Message, Damage = exception.IsDamaged ? exception.Message : null }, exception.IsTransient);
}
