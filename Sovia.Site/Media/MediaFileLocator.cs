using Sovia.Metadata;

namespace Sovia.Media;

/// <summary>Finds the file of a URL under the media roots. Reads only there, and only regular files.</summary>
public sealed class MediaFileLocator(ConfiguredMediaRoots roots)
{
    /// <summary>Returns whether the file is present and can be shown instead of a placeholder.</summary>
    /// <inheritdoc cref="Find"/>
    public bool Contains(string? mediaUrl, string? mimeType) => Find(mediaUrl, mimeType) is not null;

    /// <summary>
    /// Returns whether the file is present and starts like an image, video or audio file, unlike a saved web page with an image's name.
    /// </summary>
    /// <inheritdoc cref="Find"/>
    public bool HasMedia(string? mediaUrl, string? mimeType)
    {
        if (Find(mediaUrl, mimeType) is not { } file) return false;
        try
        {
            using var handle = File.OpenHandle(file.FullPath, share: FileShare.ReadWrite | FileShare.Delete);
            Span<byte> header = stackalloc byte[MediaType.HeaderLength];
            return MediaType.Detect(header[..RandomAccess.Read(handle, header, 0)]) != MediaType.Unknown;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether any root has the folder that holds files by URL; without it, no file can be found.</summary>
    public bool HasMediaFolder => roots.Folders.Any(root => Directory.Exists(Path.Combine(root, MediaPath.UrlFolder)));

    /// <summary>Returns the file of a URL, or null if no root has it.</summary>
    /// <param name="mediaUrl">URL of the media on Grok's servers.</param>
    /// <param name="mimeType">The declared MIME type, if any.</param>
    public LocalFile? Find(string? mediaUrl, string? mimeType)
    {
        var candidates = MediaPath.GetCandidates(mediaUrl, mimeType);
        foreach (var root in roots.Folders)
            foreach (var candidate in candidates)
                if (FindAt(root, candidate) is { } file)
                    return file;
        return null;
    }

    /// <summary>
    /// Returns the readable regular file at a path below a root, or null. Follows links only while they stay below the root.
    /// </summary>
    /// <param name="root">An absolute path.</param>
    /// <param name="candidate">A relative path.</param>
    public static LocalFile? FindAt(string root, string candidate)
    {
        try
        {
            var path = Path.GetFullPath(Path.Combine(root, candidate));
            if (!IsUnder(root, path)) return null;
            var file = new FileInfo(path);

            // File.Exists is false for directories. Pipes, sockets and devices have length 0, and opening a pipe would block forever.
            // An empty file is not media either.
            if (!file.Exists || ResolveUnderRoot(root, path) is not { } realPath) return null;
            if (realPath != path) file = new FileInfo(realPath);
            if (!file.Exists || file.Length == 0) return null;
            using var handle = File.OpenHandle(realPath);
            return new(realPath, file.Length, new(file.LastWriteTimeUtc)) { Root = root, Path = candidate };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            return null;
        }
    }

    // Resolving links from the filesystem root costs as much as everything else together, and most roots contain no links.
    private static string? ResolveUnderRoot(string root, string path) =>
        !SymbolicLinks.HasLink(root, path) ? path : SymbolicLinks.Resolve(path) is { } real && IsUnder(SymbolicLinks.Resolve(root), real)
        ? real : null;

    private static bool IsUnder(string? root, string path) =>
        root is not null && path.StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar,
            StringComparison.Ordinal);
}
