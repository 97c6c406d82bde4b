using Sovia.Storage;

namespace Sovia.MediaFiles.Downloads.Fetching;

/// <summary>The place of a file below the first media root of the current library, checked on the disk.</summary>
public sealed class MediaTarget(MediaRoots roots)
{
    /// <summary>The folder that downloads go to.</summary>
    public string Root => roots.Folders[0];

    /// <summary>Makes sure the folder is there.</summary>
    /// <returns>False where not even the folder around it is: a drive that is not plugged in is not to be stood in for by an empty folder.</returns>
    public bool IsReady()
    {
        // Any library's but the only account's lies in the data directory.
        if (!CurrentLibrary.IsOnlyOne || (!Directory.Exists(Root) && Directory.Exists(Path.GetDirectoryName(Root)))) Directory.CreateDirectory(Root);
        return Directory.Exists(Root);
    }

    /// <summary>The absolute path.</summary>
    /// <param name="target">A path that <see cref="MediaAddress"/> gave.</param>
    /// <exception cref="FaultException">A link on the way leads out of the folder.</exception>
    public string PathOf(string target)
    {
        var path = Path.GetFullPath(Path.Combine(Root, target));
        foreach (var written in new[] { path, path + PartFile.Ending, path + PartFile.VersionEnding })
            if (RealPath.HasLink(Root, written) && !(RealPath.Of(written) is { } real && real.StartsWith(RealPath.Of(Root) + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
                throw new FaultException(FaultCode.Unwritable, "A symbolic link in the path leads outside the media folder.");
        return path;
    }
}
