namespace Sovia.Media.Scanning;

/// <summary>The part of the media to scan: a media root, or one folder or file below it.</summary>
/// <param name="Root">Absolute path of the media root.</param>
/// <param name="Path">Path relative to the root, separated by <c>/</c>; empty for the whole root.</param>
internal sealed record ScanTarget(string Root, string Path = "")
{
    /// <summary>Absolute path of the target.</summary>
    public string FullPath => Path.Length == 0 ? Root : System.IO.Path.Combine(Root, Path);

    /// <summary>Returns the target for an absolute path in the innermost of these roots, or null if it is outside them.</summary>
    public static ScanTarget? Find(string fullPath, IEnumerable<string> roots) => roots
        .Where(root => IsUnder(root, fullPath))
        .OrderByDescending(root => root.Length)
        .Select(root => new ScanTarget(root, System.IO.Path.GetRelativePath(root, fullPath) is var path && path is "." ? ""
            : path.Replace('\\', '/')))
        .FirstOrDefault();

    /// <summary>Returns whether the path is the folder or is below it.</summary>
    public static bool IsUnder(string folder, string path) => path == folder
        || path.StartsWith(System.IO.Path.EndsInDirectorySeparator(folder) ? folder : folder + System.IO.Path.DirectorySeparatorChar,
            StringComparison.Ordinal);
}
