using Sovia.Caching;
using Sovia.Web;

namespace Sovia.Pages;

/// <summary>A cached response.</summary>
/// <param name="Body">The complete body.</param>
/// <param name="ContentType">The content type of the body.</param>
/// <param name="HtmxHeaders">The htmx response headers that set the URL.</param>
internal sealed record CachedPage(byte[] Body, string? ContentType, KeyValuePair<string, string>[] HtmxHeaders)
{
    public static CachedPage FromResponse(HttpResponse response, MemoryStream body) => new(
        body.ToArray(),
        response.ContentType,
        [.. response.Headers.Where(header => header.Key.StartsWith("HX-", StringComparison.OrdinalIgnoreCase))
            .Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))]);

    /// <summary>Sets the headers that a 200 and a 304 response have in common.</summary>
    public static void SetCacheHeaders(HttpResponse response, string tag)
    {
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        response.VaryByFragment();
    }

    public void AddTo(LocalCache cache, string tag) =>
        cache.SetPage(tag, this, Body.Length + HtmxHeaders.Sum(header => 2L * (header.Key.Length + header.Value.Length)));

    public Task WriteAsync(HttpResponse response, string tag, CancellationToken ct)
    {
        SetCacheHeaders(response, tag);
        response.ContentType = ContentType;
        foreach (var (name, value) in HtmxHeaders) response.Headers[name] = value;
        response.ContentLength = Body.Length;
        return response.Body.WriteAsync(Body, ct).AsTask();
    }
}
