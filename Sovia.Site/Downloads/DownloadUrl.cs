using System.Text;
using Sovia.Media;

namespace Sovia.Downloads;

/// <summary>An address that may be fetched, and where its bytes belong.</summary>
/// <param name="Url">The address in plain ASCII, without user or fragment.</param>
/// <param name="Host">Its host in lower case.</param>
/// <param name="Access">What the host asks for.</param>
/// <param name="Target">The path below a media root at which <see cref="LocalMedia"/> looks first.</param>
public sealed record DownloadUrl(string Url, string Host, HostAccess Access, string Target)
{
    private const string Rewritten = "https_/";

    /// <summary>Reads what a source stated; null for anything but https on the usual port of one of <see cref="MediaHosts"/>.</summary>
    /// <param name="stated">An address, or its form <c>https_/host/path</c>.</param>
    public static DownloadUrl? Parse(string? stated)
    {
        if (MediaPath.GetCandidates(stated, mimeType: null) is not [var target, ..]) return null;
        if (stated!.StartsWith(Rewritten, StringComparison.Ordinal)) stated = "https://" + stated[Rewritten.Length..];
        if (!Uri.TryCreate(stated, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps || !url.IsDefaultPort
            || url.UserInfo != "") return null;
        var host = url.IdnHost.ToLowerInvariant();
        return MediaHosts.FindAccess(host) is { } access && Ascii.IsValid(url.PathAndQuery)
            ? new($"https://{host}{url.PathAndQuery}", host, access, target)
            : null;
    }
}
