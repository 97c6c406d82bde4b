namespace Sovia.Metadata.Decoding;

/// <summary>Thrown when a file, or a variant of it, cannot be shown. The message gives the reason for the user.</summary>
public sealed class UnreadableMediaException(string reason, Exception? inner = null) : Exception(reason, inner)
{
    /// <summary>Whether a retry may soon succeed, so that the failure should not be cached.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Whether the server ran out of time or memory. Transient too, but an immediate retry would cost as much again.</summary>
    public bool IsBusy { get; init; }

    /// <summary>Whether the file itself is damaged, as opposed to missing decoder support.</summary>
    public bool IsDamaged { get; init; }
}
