using System.Text.Json;

namespace Sovia.Metadata.Texts;

/// <summary>Reads JSON of any shape without throwing.</summary>
internal static class EmbeddedJsonExtensions
{
    private const int MaxSettingLength = 1 << 16;

    /// <summary>Returns the first of these properties that exists and is not null; ValueKind is Undefined if there is none.</summary>
    public static JsonElement FindProperty(this JsonElement element, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind == JsonValueKind.Object)
            foreach (var name in names)
                if (element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
                    return value;
        return default;
    }

    public static bool HasProperty(this JsonElement element, params ReadOnlySpan<string> names) =>
        element.FindProperty(names).ValueKind != JsonValueKind.Undefined;

    /// <summary>Returns a string, or a number or Boolean as written; null for anything else.</summary>
    public static string? GetText(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
        _ => null,
    };

    /// <summary>Returns a size in pixels, given as a number or a string.</summary>
    public static int? GetPixels(this JsonElement element) => PixelDimensions.ParseSide(element.GetText());

    /// <summary>Enumerates the items of an array; empty for anything else.</summary>
    public static IEnumerable<JsonElement> EnumerateItems(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>Enumerates the properties of an object; empty for anything else.</summary>
    public static IEnumerable<JsonProperty> EnumerateMembers(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : [];

    /// <summary>Returns all properties except these as text; arrays and objects as JSON.</summary>
    public static Dictionary<string, string> ReadSettings(this JsonElement element, params string[] without)
    {
        var settings = new Dictionary<string, string>();
        foreach (var member in element.EnumerateMembers())
        {
            if (without.Contains(member.Name) || member.Value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) continue;
            var text = member.Value.GetText() ?? member.Value.GetRawText();
            if (text.Length is > 0 and <= MaxSettingLength) settings[member.Name] = text;
        }

        return settings;
    }
}
