using System.IO.Enumeration;

namespace Sovia.Media.Scanning;

/// <summary>
/// What below a media root is no media of the user's: trash, versions and thumbnails of other programs, and what is hidden. Parts of a
/// root's own path do not count: whoever names such a folder means it.
/// </summary>
public sealed class ScanExclusions
{
    // Names that begin with a dot are hidden and need not be here.
    private static readonly string[] Usual =
    [
        "@eaDir", "@Recycle", "@Recently-Snapshot", "@tmp", "@sharebin", "@__thumb", "#recycle", "#snapshot", "~snapshot", "$RECYCLE.BIN",
        "RECYCLER", "RECYCLED",
        "System Volume Information", "lost+found", "FOUND.???", "__MACOSX", "Network Trash Folder", "Temporary Items", "_gsdata_",
        "*.lrdata",
    ];

    private static readonly string[] Files = ["Thumbs.db", "ehthumbs*.db", "desktop.ini", "SYNOPHOTO_*", "SYNOFILE_*"];

    private readonly string[] folders;

    /// <param name="configured">Further patterns, each value one or several parted by <c>;</c>. One with a slash is compared with the path
    /// below the root, any other with a folder's name.</param>
    public ScanExclusions(IEnumerable<string?> configured) => folders =
    [
        .. Usual,
        .. configured.SelectMany(value => (value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(pattern => pattern.Replace('\\', '/').Trim('/')).Where(pattern => pattern.Length > 0),
    ];

    /// <summary>Whether a folder is passed by.</summary>
    /// <param name="path">The path below the root, parted by <c>/</c>.</param>
    public bool ExcludesFolder(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith('.') || Array.Exists(folders, pattern => Fits(pattern, pattern.Contains('/') ? path : name));
    }

    /// <summary>Whether a file of this name is passed by, whatever folder it lies in.</summary>
    public static bool ExcludesFileName(string name) => name.StartsWith('.') || Array.Exists(Files, pattern => Fits(pattern, name));

    /// <summary>Whether a file, or a folder that it lies in, is passed by.</summary>
    /// <param name="path">The path of a file below the root.</param>
    public bool ExcludesPath(string path)
    {
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
            if (ExcludesFolder(path[..slash])) return true;
        return ExcludesFileName(path[(path.LastIndexOf('/') + 1)..]);
    }

    /// <summary>Whether a folder, or one that it lies in, is passed by.</summary>
    /// <param name="path">The path of a folder below the root; empty for the root itself.</param>
    public bool ExcludesFolderPath(string path) => path.Length > 0 && ExcludesPath(path + "/_");

    private static bool Fits(string pattern, string text) => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: true);
}
