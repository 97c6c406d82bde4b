using System.Net.Http.Headers;
using Polly.Timeout;

namespace Sovia.Downloads.Fetching;

/// <summary>Asks a public host for a file. Redirects are followed by hand, each under the rules of the first address.</summary>
public sealed class MediaHostClient(IHttpClientFactory clients, DownloadOptions options)
{
    /// <summary>The name under which its client is registered.</summary>
    public const string HttpClientName = "Sovia.Downloads";

    private const int MostRedirects = 5;

    /// <summary>The answer that is no redirect, as soon as its headers are here. The caller disposes it.</summary>
    /// <param name="url">Where the file is.</param>
    /// <param name="from">How much of it is here already.</param>
    /// <param name="version">Which version that was; null where nobody knows, and then all of it is asked for.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<HttpResponseMessage> GetAsync(string url, long from, RangeConditionHeaderValue? version, CancellationToken ct)
    {
        var address = Allowed(new(url));
        for (var redirects = 0; ; redirects++)
        {
            var response = await SendAsync(address, from, version, ct);
            if ((int)response.StatusCode is < 300 or >= 400 || response.Headers.Location is not { } location) return response;
            response.Dispose();
            if (redirects == MostRedirects)
                throw new DownloadException(DownloadErrorCode.Redirect, $"{address.Host} redirects too many times.");
            address = Allowed(new(address, location));
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, long from, RangeConditionHeaderValue? version, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Real(address));
        if (options.HostOverride is not null) request.Headers.Host = address.Host;
        request.Headers.AcceptEncoding.ParseAdd("identity");
        if (from > 0 && version is not null) (request.Headers.Range, request.Headers.IfRange) = (new(from, null), version);
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
            throw new DownloadException(DownloadErrorCode.Unreachable, $"{address.Host} can't be reached: {e.Message}", inner: e);
        }
        catch (TimeoutRejectedException e)
        {
            throw new DownloadException(DownloadErrorCode.Timeout,
                $"{address.Host} did not answer within {options.StallTimeout.TotalSeconds:0.#} s.", inner: e);
        }
    }

    private Uri Allowed(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.UserInfo == ""
        && options.Hosts.Contains(address.IdnHost.ToLowerInvariant())
            ? address
            : throw new DownloadException(DownloadErrorCode.Redirect,
                $"{address.GetLeftPart(UriPartial.Authority)} isn't one of the hosts Sovia downloads from.");

    private Uri Real(Uri address) => options.HostOverride is { } standIn ? new(standIn, address.PathAndQuery) : address;
}
