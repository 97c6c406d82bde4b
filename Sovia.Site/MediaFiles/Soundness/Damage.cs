namespace Sovia.MediaFiles.Soundness;

/// <summary>What is said of bytes that are not whole, in words for the user.</summary>
internal static class Damage
{
    public const string Cut = "The file is cut short: its end is missing.";

    public const string Hole = "The file has a hole: zeros stand where a part of it should be.";

    public const string NoContents = "The clip is damaged or cut short: its table of contents is missing.";

    public const string Undecodable = "The clip is damaged: not all of it can be decoded.";
}
