namespace Sovia.MediaFiles;

/// <summary>Follows every symbolic link of a path, as the kernel would when it opens it.</summary>
internal static class RealPath
{
    // The kernel gives up after as many.
    private const int MostLinks = 40;

    /// <summary>The absolute path without links, or null where links run in a circle.</summary>
    /// <param name="fullPath">An absolute path.</param>
    /// <exception cref="IOException">A part of it cannot be looked at.</exception>
    public static string? Of(string fullPath)
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

            if (++links > MostLinks) return null;
            if (Path.IsPathRooted(target)) real = Path.GetPathRoot(Path.GetFullPath(target))!;
            Push(ahead, Path.IsPathRooted(target) ? target[Path.GetPathRoot(target)!.Length..] : target);
        }

        return real;
    }

    private static void Push(Stack<string> ahead, string path)
    {
        foreach (var name in path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]).Reverse())
            if (name is not ("" or "."))
                ahead.Push(name);
    }
}
