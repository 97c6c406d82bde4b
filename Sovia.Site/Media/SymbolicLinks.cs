namespace Sovia.Media;

/// <summary>Resolves every symbolic link in a path, as the kernel does when it opens the path.</summary>
internal static class SymbolicLinks
{
    // The kernel gives up after as many links.
    private const int MaxLinks = 40;

    /// <summary>Returns the absolute path without links, or null if the links form a cycle.</summary>
    /// <param name="fullPath">An absolute path.</param>
    /// <exception cref="IOException">A part of the path cannot be inspected.</exception>
    public static string? Resolve(string fullPath)
    {
        var real = Path.GetPathRoot(fullPath)!;
        var ahead = new Stack<string>();
        Push(ahead, fullPath[real.Length..]);
        var links = 0;
        while (ahead.TryPop(out var name))
        {
            if (name is "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var next = Path.Combine(real, name);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MaxLinks) return null;
            if (Path.IsPathRooted(target)) real = Path.GetPathRoot(Path.GetFullPath(target))!;
            Push(ahead, Path.IsPathRooted(target) ? target[Path.GetPathRoot(target)!.Length..] : target);
        }

        return real;
    }

    /// <summary>Returns whether the path, or a folder between it and the root, is a link.</summary>
    public static bool HasLink(string root, string fullPath)
    {
        for (var at = fullPath; at is not null && at.Length > root.Length; at = Path.GetDirectoryName(at))
            if (new FileInfo(at).LinkTarget is not null)
                return true;
        return false;
    }

    private static void Push(Stack<string> ahead, string path)
    {
        foreach (var name in path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]).Reverse())
            if (name is not ("" or "."))
                ahead.Push(name);
    }
}
