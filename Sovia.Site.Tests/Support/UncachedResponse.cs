using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Sovia.Tests.Support;

/// <summary>Compares a response, cached or not, with an uncached one.</summary>
internal static partial class UncachedResponse
{
    private const int Attempts = 5;

    /// <summary>A request with headers of the form <c>Name: value</c>.</summary>
    public static HttpRequestMessage CreateRequest(string address, params IEnumerable<string> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var header in headers)
            request.Headers.TryAddWithoutValidation(header[..header.IndexOf(':', StringComparison.Ordinal)],
                header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        return request;
    }

    /// <summary>
    /// Returns how a response differs from an uncached one, or null if they are identical apart from form tokens. Retries a few times,
    /// because a slow machine leaves a count out of a response, which is then not cached.
    /// </summary>
    public static async Task<string?> CompareAsync(HttpClient client, string address, params string[] headers)
    {
        for (var attemptsLeft = Attempts; ; attemptsLeft--)
        {
            var (cached, fresh) = (await ReadAsync(client, address, headers),
                await ReadAsync(client, address, [.. headers, "Cache-Control: no-cache"]));
            if (cached == fresh) return null;
            if (attemptsLeft == 1)
                return $"{address} [{string.Join(", ", headers)}]: {cached.Status} of {cached.Text.Length} characters, made anew {fresh.Status} of {fresh.Text.Length}";
        }
    }

    private static async Task<(HttpStatusCode Status, string? Type, string Text)> ReadAsync(HttpClient client, string address,
        string[] headers)
    {
        using var answer = await client.SendAsync(CreateRequest(address, headers));
        return (answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), Token()
            .Replace(Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync()), ""));
    }

    // A token of a form, and the number that the script of a page bears.
    [GeneratedRegex("""(?<=name="__RequestVerificationToken"[^>]*value="|nonce=")[^"]+""")]
    private static partial Regex Token();
}
