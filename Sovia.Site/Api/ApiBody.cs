using System.Text.Json;

namespace Sovia.Api;

/// <summary>Reads the JSON body of a request.</summary>
internal static class ApiBody
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    /// <summary>Reads a body for look-ups by name; returns null if it is not valid JSON or a name is not valid Unicode.</summary>
    public static async Task<JsonElement?> ReadNamedAsync(HttpRequest request, CancellationToken ct) =>
        await ReadAsync(request, ct) is { } body && HasValidNames(body) ? body : null;

    /// <summary>Reads the body; returns null if it is not valid JSON.</summary>
    public static async Task<JsonElement?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, Options, ct);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Returns a property's name; null if it is not valid Unicode, such as half of a surrogate pair.</summary>
    public static string? ReadName(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // A lookup by name throws if another name has half of a surrogate pair.
    private static bool HasValidNames(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().All(HasValidNames),
        JsonValueKind.Object => element.EnumerateObject().All(property => ReadName(property) is not null && HasValidNames(property.Value)),
        _ => true,
    };
}
