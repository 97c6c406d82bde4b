using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Sovia.Tests.Support;

/// <summary>Compares an answer, wherever it comes from, with one that is made anew.</summary>
internal static partial class UncachedAnswer
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
    /// How the answer of an address differs from one made anew, or null where they are the same to the byte, but for the tokens of forms.
    /// Tried a few times, since a slow machine leaves a count out of an answer that is not kept; what is kept stays the same.
    /// </summary>
    public static async Task<string?> CompareAsync(HttpClient client, string address, params string[] headers)
    {
        for (var left = Attempts; ; left--)
        {
            var (given, made) = (await ReadAsync(client, address, headers),
                await ReadAsync(client, address, [.. headers, "Cache-Control: no-cache"]));
            if (given == made) return null;
            if (left == 1)
                return $"{address} [{string.Join(", ", headers)}]: {given.Status} of {given.Text.Length} characters, made anew {made.Status} of {made.Text.Length}";
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
