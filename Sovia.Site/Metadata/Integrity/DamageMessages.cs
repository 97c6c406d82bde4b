namespace Sovia.Metadata.Integrity;

/// <summary>Messages for the user about incomplete or damaged files.</summary>
internal static class DamageMessages
{
    public const string Truncated = "The end of the file is missing.";

    public const string ZeroFilled = "Part of the file is missing: it contains only zeros.";

    public const string MissingIndex = "The video is damaged or incomplete: its index is missing.";

    public const string MissingFragments = "The video is damaged: its index can't be read to the end.";

    public const string Undecodable = "The video is damaged: parts of it can't be decoded.";
}
