using Sovia.Web;

namespace Sovia.Pages;

/// <summary>A page as it was sent.</summary>
/// <param name="Body">Its bytes.</param>
/// <param name="ContentType">Their type.</param>
/// <param name="Moves">What htmx is told of the address.</param>
internal sealed record KeptPage(byte[] Body, string? ContentType, KeyValuePair<string, string>[] Moves)
{
    public static KeptPage Of(HttpResponse response, MemoryStream body) => new(
        body.ToArray(),
        response.ContentType,
        [.. response.Headers.Where(header => header.Key.StartsWith("HX-", StringComparison.OrdinalIgnoreCase)).Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))]);

    public Task WriteAsync(HttpResponse response, CancellationToken ct)
    {
        response.ContentType = ContentType;
        response.Headers.CacheControl = "private, no-cache";
        response.VaryByFragment();
        foreach (var (name, value) in Moves) response.Headers[name] = value;
        response.ContentLength = Body.Length;
        return response.Body.WriteAsync(Body, ct).AsTask();
    }
}
