namespace Sovia.Media.Scanning;

/// <summary>Detects files that are still being written.</summary>
internal static class UnfinishedFiles
{
    private static readonly string[] Suffixes =
        [".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".opdownload", ".aria2", ".!qb", ".!ut", ".filepart", ".swp",
            ".ytdl", "~"];

    /// <summary>Returns whether the file name looks like a partial download.</summary>
    public static bool IsUnfinishedName(string name) =>
        name.StartsWith(".~", StringComparison.Ordinal) || name.StartsWith("~$", StringComparison.Ordinal)
        || name.StartsWith(".sovia-", StringComparison.Ordinal)
        || Array.Exists(Suffixes, suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns whether a downloader's control file beside it marks the file as incomplete.</summary>
    public static bool HasControlFile(string fullPath) => File.Exists(fullPath + ".aria2");
}
