using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sovia.Pages.Posts;

/// <summary>Formats the JSON of a post's source record for reading.</summary>
public static class SourceJson
{
    private static readonly JsonSerializerOptions IndentedOptions =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns the JSON indented, or unchanged if it is invalid.</summary>
    public static string Indent(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return JsonSerializer.Serialize(document.RootElement, IndentedOptions);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return json;
        }
    }
}
