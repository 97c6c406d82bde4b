using System.Net;

namespace Sovia.Bench;

/// <summary>Checks one response of a row before it is measured, because a fast error response must not count.</summary>
/// <param name="Headers">What to send.</param>
/// <param name="Bytes">How long the answer is, packed where it was packed.</param>
/// <param name="Refusal">Why this row cannot be measured; null where it can.</param>
internal sealed record Probe(IReadOnlyList<(string Name, string Value)> Headers, long Bytes, string? Refusal)
{
    /// <summary>Asks for each address of the row; for the last only, if each may be asked once.</summary>
    public static async Task<Probe> RunAsync(Row row, HttpClient client, CancellationToken ct)
    {
        var headers = new List<(string Name, string Value)>();
        if (!row.MayBeCached) headers.Add(("Cache-Control", "no-cache"));
        if (row.Packed) headers.Add(("Accept-Encoding", "br, gzip"));
        if (row.IsTyped) headers.AddRange([("HX-Request", "true"), ("HX-Trigger-Name", "search")]);
        if (row.HasPage)
        {
            if (await TagAsync(row.Paths[0], client, ct) is not { } tag) return new(headers, 0, "no ETag");
            headers.Add(("If-None-Match", tag));
        }
        var bytes = 0L;
        foreach (var path in row.Changes ? [] : row.IsAskedOnce ? row.Paths.TakeLast(1) : row.Paths)
        {
            using var answer = await SendAsync(client, path, headers, ct);
            if (answer.StatusCode != (row.HasPage ? HttpStatusCode.NotModified : HttpStatusCode.OK))
                return new(headers, 0, $"({(int)answer.StatusCode})");
            bytes = (await answer.Content.ReadAsByteArrayAsync(ct)).LongLength;
        }
        return new(headers, bytes, null);
    }

    private static async Task<string?> TagAsync(string path, HttpClient client, CancellationToken ct)
    {
        using var answer = await SendAsync(client, path, [], ct);
        return answer.Headers.ETag?.ToString();
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string path,
        IEnumerable<(string Name, string Value)> headers, CancellationToken ct)
    {
        using var request = path.Split('\t') is [var method, var address, var body]
            ? new HttpRequestMessage(new(method), address) { Content = new StringContent(body, null, "application/json") }
            : new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request, ct);
    }
}
