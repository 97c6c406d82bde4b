namespace Sovia.Media.Verification;

/// <summary>What can become of a file.</summary>
public enum FileFault
{
    /// <summary>Its bytes are others, though nobody wrote to it: the disk is failing, or something wrote in secret.</summary>
    Rotten,

    /// <summary>Somebody wrote to it since it was last scanned; the next scan takes that up.</summary>
    Changed,

    /// <summary>It is not there.</summary>
    Gone,

    /// <summary>It is there and cannot be read to its end.</summary>
    Unreadable,
}
