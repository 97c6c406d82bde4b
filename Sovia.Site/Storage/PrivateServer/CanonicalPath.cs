namespace Sovia.Storage.PrivateServer;

/// <summary>Resolves links in a folder's path, so that two sites that reach it through different links agree on its server.</summary>
internal static class CanonicalPath
{
    public static string Resolve(string path)
    {
        var fullPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(fullPath);
        if (parent is null)
            return fullPath;

        var resolvedPath = Path.Combine(Resolve(parent), Path.GetFileName(fullPath));
        return Directory.Exists(resolvedPath) && new DirectoryInfo(resolvedPath).ResolveLinkTarget(returnFinalTarget: true) is { } target
            ? Resolve(target.FullName)
            : resolvedPath;
    }
}
