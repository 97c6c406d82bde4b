namespace Sovia.Media.Scanning;

/// <summary>What a scan is to look at: a media root, or one folder or file below it.</summary>
/// <param name="Root">The media root, an absolute path.</param>
/// <param name="Path">The path below it, parted by <c>/</c>; empty for all of it.</param>
internal sealed record ScanTarget(string Root, string Path = "")
{
    /// <summary>The scope as a path of this machine.</summary>
    public string FullPath => Path.Length == 0 ? Root : System.IO.Path.Combine(Root, Path);

    /// <summary>The scope of an absolute path in the innermost of these roots, or null for one outside them.</summary>
    public static ScanTarget? Find(string fullPath, IEnumerable<string> roots) => roots
        .Where(root => IsUnder(root, fullPath))
        .OrderByDescending(root => root.Length)
        .Select(root => new ScanTarget(root, System.IO.Path.GetRelativePath(root, fullPath) is var path && path is "." ? ""
            : path.Replace('\\', '/')))
        .FirstOrDefault();

    /// <summary>Whether a path is a folder or lies below it.</summary>
    public static bool IsUnder(string folder, string path) => path == folder
        || path.StartsWith(System.IO.Path.EndsInDirectorySeparator(folder) ? folder : folder + System.IO.Path.DirectorySeparatorChar,
            StringComparison.Ordinal);
}
