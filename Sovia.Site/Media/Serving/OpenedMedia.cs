using System.Globalization;
using Sovia.Metadata;

namespace Sovia.Media.Serving;

/// <summary>Bytes about to be served.</summary>
/// <param name="Bytes">At its start, seekable.</param>
/// <param name="Type">What the bytes are.</param>
/// <param name="Version">Changes whenever the bytes do; plain letters, digits and hyphens.</param>
/// <param name="ModifiedAt">When they last changed, UTC.</param>
/// <param name="Name">What to call it on the viewer's disk: <c>2025-10-31_0f8fad5b.jpg</c>.</param>
public sealed record OpenedMedia(Stream Bytes, MediaType Type, string Version, DateTimeOffset ModifiedAt, string Name)
{
    /// <summary>Opens, names and stamps the bytes of a post; null where they went away in the meantime.</summary>
    internal static OpenedMedia? Open(ServedFile served)
    {
        try
        {
            var id = served.PostId.ToString("N")[..8];
            var date = served.CreatedAt?.UtcDateTime.ToString("yyyy-MM-dd_", CultureInfo.InvariantCulture);
            var version = served.Sha256 ?? $"{served.File.ModifiedAt.UtcTicks:x}-{served.File.Length:x}";
            return new(served.File.Open(), served.Type, version, served.File.ModifiedAt, $"{date}{id}{served.Type.Extension}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
