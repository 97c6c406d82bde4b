using Sovia.Metadata;

namespace Sovia.Media;

/// <summary>Finds the bytes of an address under the media roots. Reads only there, and only regular files.</summary>
public sealed class LocalMedia(ConfiguredMediaRoots roots)
{
    /// <summary>Whether the bytes are here, to be shown instead of a placeholder.</summary>
    /// <inheritdoc cref="Find"/>
    public bool Has(string? mediaUrl, string? mimeType) => Find(mediaUrl, mimeType) is not null;

    /// <summary>Whether what is here begins as a picture, clip or sound does: a saved page under a picture's name does not.</summary>
    /// <inheritdoc cref="Find"/>
    public bool HasMedia(string? mediaUrl, string? mimeType)
    {
        if (Find(mediaUrl, mimeType) is not { } file) return false;
        try
        {
            using var bytes = File.OpenHandle(file.FullPath, share: FileShare.ReadWrite | FileShare.Delete);
            Span<byte> head = stackalloc byte[MediaType.HeaderLength];
            return MediaType.Detect(head[..RandomAccess.Read(bytes, head, 0)]) != MediaType.Unknown;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether any root has the folder that addresses lead into; without it nothing is there to find.</summary>
    public bool HasMediaFolder => roots.Folders.Any(root => Directory.Exists(Path.Combine(root, MediaPath.UrlFolder)));

    /// <summary>The file that holds the bytes, or null where no root has it.</summary>
    /// <param name="mediaUrl">Where the bytes were on the maker's servers.</param>
    /// <param name="mimeType">The stated type, if any.</param>
    public LocalFile? Find(string? mediaUrl, string? mimeType)
    {
        var candidates = MediaPath.GetCandidates(mediaUrl, mimeType);
        foreach (var root in roots.Folders)
            foreach (var candidate in candidates)
                if (FindAt(root, candidate) is { } file)
                    return file;
        return null;
    }

    /// <summary>The readable regular file at a path below a root, or null; links are followed as long as they stay below it.</summary>
    /// <param name="root">An absolute path.</param>
    /// <param name="candidate">A relative path.</param>
    public static LocalFile? FindAt(string root, string candidate)
    {
        try
        {
            var path = Path.GetFullPath(Path.Combine(root, candidate));
            if (!IsUnder(root, path)) return null;
            var file = new FileInfo(path);

            // Directories do not "exist" here; pipes, sockets and devices have no length, and opening a pipe would wait for ever.
            // An empty file is no picture either.
            if (!file.Exists || Settle(root, path) is not { } real) return null;
            if (real != path) file = new FileInfo(real);
            if (!file.Exists || file.Length == 0) return null;
            using var readable = File.OpenHandle(real);
            return new(real, file.Length, new(file.LastWriteTimeUtc)) { Root = root, Path = candidate };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            return null;
        }
    }

    // Following links from the very top costs as much as all the rest, and below most roots there is not one.
    private static string? Settle(string root, string path) =>
        !SymbolicLinks.HasLink(root, path) ? path : SymbolicLinks.Resolve(path) is { } real && IsUnder(SymbolicLinks.Resolve(root), real)
        ? real : null;

    private static bool IsUnder(string? root, string path) =>
        root is not null && path.StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar,
            StringComparison.Ordinal);
}
