using Sovia.Import.Json;
using Sovia.Library.Urls;
using Sovia.Metadata;

namespace Sovia.Import.Shapes;

/// <summary>Reads complete images and videos from a HAR file, which then need no download.</summary>
internal static class HarMediaReader
{
    /// <summary>Returns the media file of an entry; none if it is not media, incomplete, or only a thumbnail.</summary>
    /// <param name="path">The JSON path of the entry.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="context">The context of the file.</param>
    public static IEnumerable<JsonItem> Read(string path, HarEntry entry, ReadContext context)
    {
        if (!UrlHost.MediaHosts.Contains(entry.Host) || !entry.IsComplete || entry.Path.Contains("/cdn-cgi/", StringComparison.Ordinal))
            return [];
        if (GrokUrl.ParsePostId($"https://{entry.Host}{entry.Path}") is not { } id
            || entry.ReadBody(context.Limits.ItemBytes) is not { } body) return [];
        var bytes = body.Bytes;
        var type = MediaType.Detect(bytes.AsSpan(0, Math.Min(bytes.Length, MediaType.HeaderLength)));
        if (type != MediaType.Unknown && body.IsTruncated)
            return [context.CreateIssue(IssueCode.Truncated, path, "An image or video in the HAR file is cut off and was skipped.",
                rejected: true)];
        return type == MediaType.Unknown ? []
            : [new(path, default) { Media = new(CreateFileName(id, entry.Path, type), new MemoryStream(bytes)) }];
    }

    /// <summary>Creates a file name that identifies the post of a media URL.</summary>
    public static string CreateFileName(Guid id, string path, MediaType type)
    {
        var file = path[(path.LastIndexOf('/') + 1)..];
        var suffix = file.Contains("thumbnail", StringComparison.Ordinal) || file.StartsWith("preview_image", StringComparison.Ordinal)
            ? "_thumbnail"
            : file.Contains("_hd", StringComparison.Ordinal) ? "-HD" : "";
        return $"{id}{suffix}{type.Extension}";
    }
}
