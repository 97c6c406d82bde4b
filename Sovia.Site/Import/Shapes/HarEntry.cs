using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import.Shapes;

/// <summary>One exchange of a recording, as far as it may be looked at.</summary>
internal sealed class HarEntry(JsonElement entry)
{
    private static readonly string[] SecretHeaders = ["cookie", "set-cookie", "authorization"];

    private readonly Uri? url = Uri.TryCreate(entry.At("request", "url").Text(), UriKind.Absolute, out var parsed) ? parsed : null;

    /// <summary>The host, in lower case.</summary>
    public string Host => url?.Host.ToLowerInvariant() ?? "";

    /// <summary>The address without host and query.</summary>
    public string Path => url?.AbsolutePath ?? "";

    /// <summary>When the exchange began.</summary>
    public DateTimeOffset? StartedAt => SourceTime.Read(entry.At("startedDateTime"));

    /// <summary>An exchange with the maker's site, and not with its stores of media.</summary>
    public bool IsOfTheSite => Host is "grok.com" or "www.grok.com";

    /// <summary>Answered in full: with success, from the browser's own store, or with a part that is the whole.</summary>
    public bool IsComplete => (int)(entry.At("response", "status").Number() ?? 0) switch
    {
        204 or 205 => false,
        206 => IsWhole(HeaderOfResponse("content-range")),
        >= 200 and < 300 or 304 => true,
        _ => false,
    };

    /// <summary>What was asked for, or null where the answer holds no posts.</summary>
    public HarFeed? Feed => IsOfTheSite && IsComplete ? HarFeed.Of(Path, entry.At("request", "postData", "text").Text()) : null;

    /// <summary>True where log-in data was recorded.</summary>
    public bool HoldsSecrets => entry.At("request", "cookies").List().Any() || entry.At("response", "cookies").List().Any()
        || entry.At("request", "headers").List().Concat(entry.At("response", "headers").List())
            .Any(header => SecretHeaders.Contains(header.At("name").Text(), StringComparer.OrdinalIgnoreCase));

    /// <summary>The answer's content, or null where it was not recorded.</summary>
    /// <param name="most">More bytes than that are not unpacked.</param>
    public HarBody? Body(int most) => HarBody.Of(entry.At("response", "content"), HeaderOfResponse("content-encoding"), most);

    /// <summary>The answer's content in UTF-8, for an answer in text.</summary>
    public HarBody? Text(int most) => Body(most)?.AsUtf8(entry.At("response", "content", "mimeType").Text());

    private string? HeaderOfResponse(string name) => entry.At("response", "headers").List()
        .FirstOrDefault(header => string.Equals(header.At("name").Text(), name, StringComparison.OrdinalIgnoreCase)).At("value").Text();

    // "bytes 0-99/100"
    private static bool IsWhole(string? range) => range?.Split(' ', '-', '/') is ["bytes", "0", var last, var length]
        && long.TryParse(last, out var end) && long.TryParse(length, out var total) && end + 1 == total;
}
