namespace Sovia.Media.Scanning;

/// <summary>Tells files that are still being written from those that are there.</summary>
internal static class UnfinishedFiles
{
    private static readonly string[] Endings =
        [".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".opdownload", ".aria2", ".!qb", ".!ut", ".filepart", ".swp",
            ".ytdl", "~"];

    /// <summary>Whether a name is one that programs give to what they have not finished.</summary>
    public static bool IsUnfinishedName(string name) =>
        name.StartsWith(".~", StringComparison.Ordinal) || name.StartsWith("~$", StringComparison.Ordinal)
        || name.StartsWith(".sovia-", StringComparison.Ordinal)
        || Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a downloader's own file beside it says that it is not complete.</summary>
    public static bool HasControlFile(string fullPath) => File.Exists(fullPath + ".aria2");
}
