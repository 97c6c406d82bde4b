namespace Sovia.Metadata.Decoding;

/// <summary>A file, or a variant of it, that cannot be shown. The message says why, in words for the user.</summary>
public sealed class UnreadableMediaException(string reason, Exception? inner = null) : Exception(reason, inner)
{
    /// <summary>Whether it may be otherwise a moment later, so that it is not to be remembered.</summary>
    public bool IsTransient { get; init; }

    /// <summary>
    /// Whether the machine had no time or no room for it. It passes too, but trying again at once would cost as much again.
    /// </summary>
    public bool IsBusy { get; init; }

    /// <summary>Whether the bytes themselves are to blame, and not what there is here to decode them.</summary>
    public bool IsDamaged { get; init; }
}
