using System.IO.Enumeration;

namespace Sovia.Media.Scanning;

/// <summary>
/// Excludes files below a media root that are not the user's media: trash, other programs' versions and thumbnails, hidden files. Ignores
/// the segments of the root's own path, because naming such a folder is an explicit request.
/// </summary>
public sealed class ScanExclusions
{
    // Names that start with a dot are always hidden and are not listed here.
    private static readonly string[] DefaultFolderPatterns =
    [
        "@eaDir", "@Recycle", "@Recently-Snapshot", "@tmp", "@sharebin", "@__thumb", "#recycle", "#snapshot", "~snapshot", "$RECYCLE.BIN",
        "RECYCLER", "RECYCLED",
        "System Volume Information", "lost+found", "FOUND.???", "__MACOSX", "Network Trash Folder", "Temporary Items", "_gsdata_",
        "*.lrdata", "files_trashbin", "files_versions", "appdata_oc*",
    ];

    private static readonly string[] FilePatterns = ["Thumbs.db", "ehthumbs*.db", "desktop.ini", "SYNOPHOTO_*", "SYNOFILE_*"];

    private readonly string[] folderPatterns;

    /// <param name="configured">Additional patterns; each value may hold several separated by <c>;</c>. A pattern with a slash matches the
    /// path relative to the root, any other a folder name.</param>
    public ScanExclusions(IEnumerable<string?> configured) => folderPatterns =
    [
        .. DefaultFolderPatterns,
        .. configured.SelectMany(value => (value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(pattern => pattern.Replace('\\', '/').Trim('/')).Where(pattern => pattern.Length > 0),
    ];

    /// <summary>Returns whether a folder is excluded.</summary>
    /// <param name="path">The path relative to the root, separated by <c>/</c>.</param>
    public bool ExcludesFolder(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith('.') || Array.Exists(folderPatterns, pattern => Fits(pattern, pattern.Contains('/') ? path : name));
    }

    /// <summary>Returns whether a file name is excluded in any folder.</summary>
    public static bool ExcludesFileName(string name) => name.StartsWith('.') || Array.Exists(FilePatterns, pattern => Fits(pattern, name));

    /// <summary>Returns whether a file or a folder that contains it is excluded.</summary>
    /// <param name="path">The path of a file relative to the root.</param>
    public bool ExcludesPath(string path)
    {
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
            if (ExcludesFolder(path[..slash])) return true;
        return ExcludesFileName(path[(path.LastIndexOf('/') + 1)..]);
    }

    /// <summary>Returns whether a folder or one of its parents is excluded.</summary>
    /// <param name="path">The path of a folder relative to the root; empty for the root itself.</param>
    public bool ExcludesFolderPath(string path) => path.Length > 0 && ExcludesPath(path + "/_");

    private static bool Fits(string pattern, string text) => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: true);
}
