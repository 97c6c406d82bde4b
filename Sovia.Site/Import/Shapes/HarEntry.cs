using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import.Shapes;

/// <summary>One entry of a HAR file, limited to the parts that may be read.</summary>
internal sealed class HarEntry(JsonElement entry)
{
    private static readonly string[] SecretHeaders = ["cookie", "set-cookie", "authorization"];

    private readonly Uri? url = Uri.TryCreate(entry.GetPath("request", "url").GetStringOrNull(), UriKind.Absolute, out var parsed) ? parsed
        : null;

    /// <summary>The host, in lower case.</summary>
    public string Host => url?.Host.ToLowerInvariant() ?? "";

    /// <summary>The URL's path.</summary>
    public string Path => url?.AbsolutePath ?? "";

    /// <summary>When the request began.</summary>
    public DateTimeOffset? StartedAt => SourceTime.Read(entry.GetPath("startedDateTime"));

    /// <summary>True for a request to Grok's site rather than to its media hosts.</summary>
    public bool IsGrokSite => Host is "grok.com" or "www.grok.com";

    /// <summary>True for a complete response: a success, a cached response, or a partial one that covers the whole file.</summary>
    public bool IsComplete => (int)(entry.GetPath("response", "status").GetDoubleOrNull() ?? 0) switch
    {
        204 or 205 => false,
        206 => IsWholeFile(FindResponseHeader("content-range")),
        >= 200 and < 300 or 304 => true,
        _ => false,
    };

    /// <summary>The kind of list requested, or null if the response contains no posts.</summary>
    public HarFeed? Feed =>
        IsGrokSite && IsComplete ? HarFeed.FromRequest(Path, entry.GetPath("request", "postData", "text").GetStringOrNull()) : null;

    /// <summary>True if sign-in data was recorded.</summary>
    public bool HasSecrets =>
        entry.GetPath("request", "cookies").EnumerateItems().Any() || entry.GetPath("response", "cookies").EnumerateItems().Any()
        || entry.GetPath("request", "headers").EnumerateItems().Concat(entry.GetPath("response", "headers").EnumerateItems())
            .Any(header => SecretHeaders.Contains(header.GetPath("name").GetStringOrNull(), StringComparer.OrdinalIgnoreCase));

    /// <summary>Returns the content of the response, or null if it was not recorded.</summary>
    /// <param name="most">The maximum number of bytes to unpack.</param>
    public HarBody? ReadBody(int most) => HarBody.Read(entry.GetPath("response", "content"), FindResponseHeader("content-encoding"), most);

    /// <summary>Returns the content of a text response in UTF-8.</summary>
    public HarBody? ReadTextBody(int most) => ReadBody(most)?.ToUtf8(entry.GetPath("response", "content", "mimeType").GetStringOrNull());

    private string? FindResponseHeader(string name) => entry.GetPath("response", "headers").EnumerateItems()
        .FirstOrDefault(header => string.Equals(header.GetPath("name").GetStringOrNull(), name, StringComparison.OrdinalIgnoreCase))
        .GetPath("value").GetStringOrNull();

    // "bytes 0-99/100"
    private static bool IsWholeFile(string? range) => range?.Split(' ', '-', '/') is ["bytes", "0", var lastByte, var length]
        && long.TryParse(lastByte, out var end) && long.TryParse(length, out var total) && end + 1 == total;
}
