namespace Sovia.Media.Verification;

/// <summary>The kinds of fault that a verification finds.</summary>
public enum FileFault
{
    /// <summary>The content changed although the modification time did not: a failing disk, or a program that hid its write.</summary>
    Rotten,

    /// <summary>The file was modified since the last scan; the next scan will record the change.</summary>
    Changed,

    /// <summary>The file is missing.</summary>
    Gone,

    /// <summary>The file exists but cannot be read to its end.</summary>
    Unreadable,
}
