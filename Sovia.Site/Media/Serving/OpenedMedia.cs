using System.Globalization;
using Sovia.Metadata;

namespace Sovia.Media.Serving;

/// <summary>A file opened for serving.</summary>
/// <param name="Bytes">A seekable stream, positioned at its start.</param>
/// <param name="Type">The type detected from the first bytes.</param>
/// <param name="Version">Changes whenever the content does; contains only letters, digits and hyphens.</param>
/// <param name="ModifiedAt">When the content last changed, UTC.</param>
/// <param name="Name">The file name offered for download: <c>2025-10-31_0f8fad5b.jpg</c>.</param>
public sealed record OpenedMedia(Stream Bytes, MediaType Type, string Version, DateTimeOffset ModifiedAt, string Name)
{
    /// <summary>Opens a file and adds its name and version; null if it disappeared in the meantime.</summary>
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
