namespace Sovia.Storage.PrivateServer;

/// <summary>Resolves links in a folder's path, so that two sites that reach it through different links agree on its server.</summary>
internal static class CanonicalPath
{
    public static string Resolve(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(full);
        if (parent is null)
            return full;

        var here = Path.Combine(Resolve(parent), Path.GetFileName(full));
        return Directory.Exists(here) && new DirectoryInfo(here).ResolveLinkTarget(returnFinalTarget: true) is { } target
            ? Resolve(target.FullName)
            : here;
    }
}
