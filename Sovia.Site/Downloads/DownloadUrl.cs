using System.Text;
using Sovia.Media;

namespace Sovia.Downloads;

/// <summary>A URL that Sovia may download, with the path for its file.</summary>
/// <param name="Url">The URL in plain ASCII, without user or fragment.</param>
/// <param name="Host">The host of the URL in lower case.</param>
/// <param name="Access">The access that the host requires.</param>
/// <param name="Target">The path below a media root that <see cref="MediaFileLocator"/> checks first.</param>
public sealed record DownloadUrl(string Url, string Host, HostAccess Access, string Target)
{
    private const string RewrittenPrefix = "https_/";

    /// <summary>
    /// Parses a URL from a source; returns null unless it is https on the default port of one of <see cref="MediaHosts"/>.
    /// </summary>
    /// <param name="stated">A URL, or its path form <c>https_/host/path</c>.</param>
    public static DownloadUrl? Parse(string? stated)
    {
        if (MediaPath.GetCandidates(stated, mimeType: null) is not [var target, ..]) return null;
        if (stated!.StartsWith(RewrittenPrefix, StringComparison.Ordinal)) stated = "https://" + stated[RewrittenPrefix.Length..];
        if (!Uri.TryCreate(stated, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps || !url.IsDefaultPort
            || url.UserInfo != "") return null;
        var host = url.IdnHost.ToLowerInvariant();
        return MediaHosts.FindAccess(host) is { } access && Ascii.IsValid(url.PathAndQuery)
            ? new($"https://{host}{url.PathAndQuery}", host, access, target)
            : null;
    }
}
