using Sovia.Media;
using Sovia.Storage;

namespace Sovia.Downloads.Fetching;

/// <summary>The place of a file below the first media root of the current library, checked on the disk.</summary>
public sealed class DownloadFolder(ConfiguredMediaRoots roots)
{
    /// <summary>The folder that downloads go to.</summary>
    public string Root => roots.Folders[0];

    /// <summary>Makes sure the folder is there.</summary>
    /// <returns>False where not even the folder around it is: a drive that is not plugged in is not to be stood in for by an empty
    /// folder.</returns>
    public bool TryCreate()
    {
        // Any library's but the only account's lies in the data directory.
        if (!CurrentLibrary.IsDefault || (!Directory.Exists(Root) && Directory.Exists(Path.GetDirectoryName(Root))))
            Directory.CreateDirectory(Root);
        return Directory.Exists(Root);
    }

    /// <summary>The absolute path.</summary>
    /// <param name="target">A path that <see cref="DownloadUrl"/> gave.</param>
    /// <exception cref="DownloadException">A link on the way leads out of the folder.</exception>
    public string ResolvePath(string target)
    {
        var path = Path.GetFullPath(Path.Combine(Root, target));
        foreach (var written in new[] { path, path + PartFile.Extension, path + PartFile.ValidatorExtension })
            if (SymbolicLinks.HasLink(Root, written)
                && !(SymbolicLinks.Resolve(written) is { } real
                    && real.StartsWith(SymbolicLinks.Resolve(Root) + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
                throw new DownloadException(DownloadErrorCode.Unwritable, "A symbolic link in the path leads outside the media folder.");
        return path;
    }
}
