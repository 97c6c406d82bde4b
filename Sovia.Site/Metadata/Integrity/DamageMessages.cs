namespace Sovia.Metadata.Integrity;

/// <summary>What is said of bytes that are not whole, in words for the user.</summary>
internal static class DamageMessages
{
    public const string Truncated = "The end of the file is missing.";

    public const string ZeroFilled = "Part of the file is missing: it contains only zeros.";

    public const string MissingIndex = "The video is damaged or incomplete: its index is missing.";

    public const string Undecodable = "The video is damaged: parts of it can't be decoded.";
}
