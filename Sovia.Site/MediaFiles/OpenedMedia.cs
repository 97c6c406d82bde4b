using System.Globalization;
using Sovia.Library;

namespace Sovia.MediaFiles;

/// <summary>Bytes about to be served.</summary>
/// <param name="Bytes">At its start, seekable.</param>
/// <param name="Type">What the bytes are.</param>
/// <param name="Version">Changes whenever the bytes do; plain letters, digits and hyphens.</param>
/// <param name="ModifiedAt">When they last changed, UTC.</param>
/// <param name="Name">What to call it on the viewer's disk: <c>2025-10-31_0f8fad5b.jpg</c>.</param>
public sealed record OpenedMedia(Stream Bytes, MediaType Type, string Version, DateTimeOffset ModifiedAt, string Name)
{
    /// <summary>Names and stamps the bytes of a post.</summary>
    public static OpenedMedia Of(Post post, LocalFile file, MediaType type, Stream bytes)
    {
        var id = post.Id.ToString("N")[..8];
        var date = post.CreatedAt?.UtcDateTime.ToString("yyyy-MM-dd_", CultureInfo.InvariantCulture);
        return new(bytes, type, $"{file.ModifiedAt.UtcTicks:x}-{file.Length:x}", file.ModifiedAt, $"{date}{id}{type.Extension}");
    }
}
