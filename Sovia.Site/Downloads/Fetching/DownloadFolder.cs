using Sovia.Media;
using Sovia.Storage;

namespace Sovia.Downloads.Fetching;

/// <summary>Resolves paths below the first media root of the current library, and checks them on disk.</summary>
public sealed class DownloadFolder(ConfiguredMediaRoots roots)
{
    /// <summary>The download folder.</summary>
    public string Root => roots.Folders[0];

    /// <summary>Creates the folder if it does not exist.</summary>
    /// <returns>False if its parent folder does not exist either, because an empty folder must not take the place of an unplugged
    /// drive.</returns>
    public bool TryCreate()
    {
        // The folders of all libraries except the default one are in the data directory.
        if (!CurrentLibrary.IsDefault || (!Directory.Exists(Root) && Directory.Exists(Path.GetDirectoryName(Root))))
            Directory.CreateDirectory(Root);
        return Directory.Exists(Root);
    }

    /// <summary>Returns the absolute path of a target.</summary>
    /// <param name="target">A target of a <see cref="DownloadUrl"/>.</param>
    /// <exception cref="DownloadException">A symbolic link on the path leads out of the folder.</exception>
    public string ResolvePath(string target)
    {
        var path = Path.GetFullPath(Path.Combine(Root, target));
        foreach (var writtenPath in new[] { path, path + PartFile.Extension, path + PartFile.ValidatorExtension })
            if (SymbolicLinks.HasLink(Root, writtenPath)
                && !(SymbolicLinks.Resolve(writtenPath) is { } realPath
                    && realPath.StartsWith(SymbolicLinks.Resolve(Root) + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
                throw new DownloadException(DownloadErrorCode.Unwritable, "A symbolic link in the path leads outside the media folder.");
        return path;
    }
}
