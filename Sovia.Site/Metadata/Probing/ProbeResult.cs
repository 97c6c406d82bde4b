using Sovia.Metadata.Decoding;

namespace Sovia.Metadata.Probing;

/// <summary>The result of a probe.</summary>
/// <param name="Facts">The facts, without a version.</param>
/// <param name="IsTransient">Whether a later probe may find more, because the server ran out of time or memory.</param>
internal readonly record struct ProbeResult(MediaProperties Facts, bool IsTransient = false)
{
    /// <summary>Combines the facts found before an error with the error.</summary>
    public static ProbeResult FromException(MediaProperties facts, UnreadableMediaException exception) =>
        new(facts with { Problem = exception.Message, Damage = exception.IsDamaged ? exception.Message : null }, exception.IsTransient);
}
