using System.Net.Http.Headers;
using Polly.Timeout;

namespace Sovia.Downloads.Fetching;

/// <summary>
/// Requests files from public hosts. Follows redirects itself, so that each one is checked by the rules of the first URL.
/// </summary>
public sealed class MediaHostClient(IHttpClientFactory clients, DownloadOptions options)
{
    /// <summary>The name of the registered HTTP client.</summary>
    public const string HttpClientName = "Sovia.Downloads";

    private const int MaxRedirects = 5;

    /// <summary>Returns the first response that is not a redirect, once its headers have arrived. The caller disposes it.</summary>
    /// <param name="url">The URL of the file.</param>
    /// <param name="from">The number of bytes already downloaded.</param>
    /// <param name="version">Validator of those bytes; null if unknown, in which case the whole file is requested.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<HttpResponseMessage> GetAsync(string url, long from, RangeConditionHeaderValue? version, CancellationToken ct)
    {
        var uri = EnsureAllowed(new(url));
        for (var redirectCount = 0; ; redirectCount++)
        {
            var response = await SendAsync(uri, from, version, ct);
            if ((int)response.StatusCode is < 300 or >= 400 || response.Headers.Location is not { } location) return response;
            response.Dispose();
            if (redirectCount == MaxRedirects)
                throw new DownloadException(DownloadErrorCode.Redirect, $"{uri.Host} redirects too many times.");
            uri = EnsureAllowed(new(uri, location));
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Uri uri, long offset, RangeConditionHeaderValue? validator, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, ApplyOverride(uri));
        if (options.HostOverride is not null) request.Headers.Host = uri.Host;
        request.Headers.AcceptEncoding.ParseAdd("identity");
        if (offset > 0 && validator is not null) (request.Headers.Range, request.Headers.IfRange) = (new(offset, null), validator);
        try
        {
            return await clients.CreateClient(HttpClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        }
        catch (HttpRequestException e) when (e.InnerException is DownloadException fault)
        {
            throw new DownloadException(fault.Code, fault.Message, inner: e);
        }
        catch (HttpRequestException e)
        {
            throw new DownloadException(DownloadErrorCode.Unreachable, $"{uri.Host} can't be reached: {e.Message}", inner: e);
        }
        catch (TimeoutRejectedException e)
        {
            throw new DownloadException(DownloadErrorCode.Timeout,
                $"{uri.Host} did not answer within {options.StallTimeout.TotalSeconds:0.#} s.", inner: e);
        }
    }

    private Uri EnsureAllowed(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && uri.UserInfo == ""
        && options.Hosts.Contains(uri.IdnHost.ToLowerInvariant())
            ? uri
            : throw new DownloadException(DownloadErrorCode.Redirect,
                $"{uri.GetLeftPart(UriPartial.Authority)} isn't one of the hosts Sovia downloads from.");

    private Uri ApplyOverride(Uri uri) => options.HostOverride is { } server ? new(server, uri.PathAndQuery) : uri;
}
