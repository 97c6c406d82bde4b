using Sovia.Caching;
using Sovia.Web;

namespace Sovia.Pages;

/// <summary>A page as it was sent.</summary>
/// <param name="Body">Its bytes, all of them.</param>
/// <param name="ContentType">Their type.</param>
/// <param name="HtmxHeaders">What htmx is told of the address.</param>
internal sealed record CachedPage(byte[] Body, string? ContentType, KeyValuePair<string, string>[] HtmxHeaders)
{
    public static CachedPage FromResponse(HttpResponse response, MemoryStream body) => new(
        body.ToArray(),
        response.ContentType,
        [.. response.Headers.Where(header => header.Key.StartsWith("HX-", StringComparison.OrdinalIgnoreCase))
            .Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))]);

    /// <summary>What is said of a page whether it is sent or the browser has it already.</summary>
    public static void SetCacheHeaders(HttpResponse response, string tag)
    {
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        response.VaryByFragment();
    }

    public void AddTo(LocalCache cache, string tag) =>
        cache.Set(tag, this, Body.Length + HtmxHeaders.Sum(move => 2L * (move.Key.Length + move.Value.Length)));

    public Task WriteAsync(HttpResponse response, string tag, CancellationToken ct)
    {
        SetCacheHeaders(response, tag);
        response.ContentType = ContentType;
        foreach (var (name, value) in HtmxHeaders) response.Headers[name] = value;
        response.ContentLength = Body.Length;
        return response.Body.WriteAsync(Body, ct).AsTask();
    }
}
