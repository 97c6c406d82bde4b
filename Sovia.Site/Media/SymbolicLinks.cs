namespace Sovia.Media;

/// <summary>Resolves every symbolic link in a path, as the kernel does when it opens the path.</summary>
internal static class SymbolicLinks
{
    // The kernel gives up after this many links.
    private const int MaxLinks = 40;

    /// <summary>Returns the absolute path without links, or null if the links form a cycle.</summary>
    /// <param name="fullPath">An absolute path.</param>
    /// <exception cref="IOException">A part of the path cannot be inspected.</exception>
    public static string? Resolve(string fullPath)
    {
        var realPath = Path.GetPathRoot(fullPath)!;
        var pendingSegments = new Stack<string>();
        PushSegments(pendingSegments, fullPath[realPath.Length..]);
        var linkCount = 0;
        while (pendingSegments.TryPop(out var segment))
        {
            if (segment is "..")
            {
                realPath = Path.GetDirectoryName(realPath) ?? realPath;
                continue;
            }

            var nextPath = Path.Combine(realPath, segment);
            if (new FileInfo(nextPath).LinkTarget is not { } target)
            {
                realPath = nextPath;
                continue;
            }

            if (++linkCount > MaxLinks) return null;
            if (Path.IsPathRooted(target)) realPath = Path.GetPathRoot(Path.GetFullPath(target))!;
            PushSegments(pendingSegments, Path.IsPathRooted(target) ? target[Path.GetPathRoot(target)!.Length..] : target);
        }

        return realPath;
    }

    /// <summary>Returns whether the path, or a folder between it and the root, is a link.</summary>
    public static bool HasLink(string root, string fullPath)
    {
        for (var path = fullPath; path is not null && path.Length > root.Length; path = Path.GetDirectoryName(path))
            if (new FileInfo(path).LinkTarget is not null)
                return true;
        return false;
    }

    private static void PushSegments(Stack<string> pendingSegments, string path)
    {
        foreach (var segment in path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]).Reverse())
            if (segment is not ("" or "."))
                pendingSegments.Push(segment);
    }
}
