using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import.Shapes;

/// <summary>One exchange of a recording, as far as it may be looked at.</summary>
internal sealed class HarEntry(JsonElement entry)
{
    private static readonly string[] SecretHeaders = ["cookie", "set-cookie", "authorization"];

    private readonly Uri? url = Uri.TryCreate(entry.GetPath("request", "url").GetStringOrNull(), UriKind.Absolute, out var parsed) ? parsed
        : null;

    /// <summary>The host, in lower case.</summary>
    public string Host => url?.Host.ToLowerInvariant() ?? "";

    /// <summary>The address without host and query.</summary>
    public string Path => url?.AbsolutePath ?? "";

    /// <summary>When the exchange began.</summary>
    public DateTimeOffset? StartedAt => SourceTime.Read(entry.GetPath("startedDateTime"));

    /// <summary>An exchange with the maker's site, and not with its stores of media.</summary>
    public bool IsGrokSite => Host is "grok.com" or "www.grok.com";

    /// <summary>Answered in full: with success, from the browser's own store, or with a part that is the whole.</summary>
    public bool IsComplete => (int)(entry.GetPath("response", "status").GetDoubleOrNull() ?? 0) switch
    {
        204 or 205 => false,
        206 => IsWhole(FindResponseHeader("content-range")),
        >= 200 and < 300 or 304 => true,
        _ => false,
    };

    /// <summary>What was asked for, or null where the answer holds no posts.</summary>
    public HarFeed? Feed =>
        IsGrokSite && IsComplete ? HarFeed.FromRequest(Path, entry.GetPath("request", "postData", "text").GetStringOrNull()) : null;

    /// <summary>True where log-in data was recorded.</summary>
    public bool HasSecrets =>
        entry.GetPath("request", "cookies").EnumerateItems().Any() || entry.GetPath("response", "cookies").EnumerateItems().Any()
        || entry.GetPath("request", "headers").EnumerateItems().Concat(entry.GetPath("response", "headers").EnumerateItems())
            .Any(header => SecretHeaders.Contains(header.GetPath("name").GetStringOrNull(), StringComparer.OrdinalIgnoreCase));

    /// <summary>The answer's content, or null where it was not recorded.</summary>
    /// <param name="most">More bytes than that are not unpacked.</param>
    public HarBody? ReadBody(int most) => HarBody.Read(entry.GetPath("response", "content"), FindResponseHeader("content-encoding"), most);

    /// <summary>The answer's content in UTF-8, for an answer in text.</summary>
    public HarBody? ReadTextBody(int most) => ReadBody(most)?.ToUtf8(entry.GetPath("response", "content", "mimeType").GetStringOrNull());

    private string? FindResponseHeader(string name) => entry.GetPath("response", "headers").EnumerateItems()
        .FirstOrDefault(header => string.Equals(header.GetPath("name").GetStringOrNull(), name, StringComparison.OrdinalIgnoreCase))
        .GetPath("value").GetStringOrNull();

    // "bytes 0-99/100"
    private static bool IsWhole(string? range) => range?.Split(' ', '-', '/') is ["bytes", "0", var last, var length]
        && long.TryParse(last, out var end) && long.TryParse(length, out var total) && end + 1 == total;
}
