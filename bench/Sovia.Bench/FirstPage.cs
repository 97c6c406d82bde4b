using System.Net;
using System.Text.RegularExpressions;

namespace Sovia.Bench;

/// <summary>What a browser fetches for the first page, packed.</summary>
internal static partial class FirstPage
{
    /// <summary>Bytes of the page, of all scripts it names and those import, and of all styles.</summary>
    public static async Task<string> SizesAsync(HttpClient client, CancellationToken ct)
    {
        var page = await client.GetStringAsync(new Uri("/", UriKind.Relative), ct);
        var styles = Addresses(Styles(), page).ToHashSet(StringComparer.Ordinal);
        var scripts = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(Addresses(Scripts(), page));
        while (waiting.TryDequeue(out var script))
        {
            if (!scripts.Add(script)) continue;
            var text = await client.GetStringAsync(new Uri(script, UriKind.Relative), ct);
            foreach (var import in Addresses(Imports(), text))
                waiting.Enqueue(new Uri(new(client.BaseAddress!, script), import).PathAndQuery);
        }
        return $"{await PackedAsync(client, ["/"], ct):N0}, {await PackedAsync(client, scripts, ct):N0} in {scripts.Count}, {await PackedAsync(client, styles, ct):N0} in {styles.Count}";
    }

    private static async Task<long> PackedAsync(HttpClient client, IEnumerable<string> paths, CancellationToken ct)
    {
        var bytes = 0L;
        foreach (var path in paths)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "br, gzip" } } };
            using var answer = await client.SendAsync(request, ct);
            bytes += (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(ct)).LongLength;
        }
        return bytes;
    }

    private static IEnumerable<string> Addresses(Regex where, string text) =>
        where.Matches(text).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

    [GeneratedRegex("""<link\b[^>]*\brel="stylesheet"[^>]*\bhref="([^"]+)""")]
    private static partial Regex Styles();

    [GeneratedRegex("""<script\b[^>]*\bsrc="([^"]+)""")]
    private static partial Regex Scripts();

    [GeneratedRegex("""\b(?:from|import)\s*\(?\s*["']((?:\.{0,2}/)[^"']+\.m?js[^"']*)["']""")]
    private static partial Regex Imports();
}
