using System.Text.Json;

namespace Sovia.Metadata.Texts;

/// <summary>Looks into JSON of any shape without ever failing on a shape.</summary>
internal static class EmbeddedJsonExtensions
{
    private const int LongestSetting = 1 << 16;

    /// <summary>The member of the first of these names that is there; kind Undefined where none is.</summary>
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

    /// <summary>A string, or a number as it was written; null for anything else.</summary>
    public static string? GetText(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
        _ => null,
    };

    /// <summary>A size in pixels, stated as a number or as text.</summary>
    public static int? GetPixels(this JsonElement element) => PixelDimensions.ParseSide(element.GetText());

    /// <summary>The items of a list; none where it is no list.</summary>
    public static IEnumerable<JsonElement> EnumerateItems(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>The members of an object; none where it is no object.</summary>
    public static IEnumerable<JsonProperty> EnumerateMembers(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : [];

    /// <summary>Every member but these, as text; lists and objects as their JSON.</summary>
    public static Dictionary<string, string> ReadSettings(this JsonElement element, params string[] without)
    {
        var settings = new Dictionary<string, string>();
        foreach (var member in element.EnumerateMembers())
        {
            if (without.Contains(member.Name) || member.Value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) continue;
            var text = member.Value.GetText() ?? member.Value.GetRawText();
            if (text.Length is > 0 and <= LongestSetting) settings[member.Name] = text;
        }

        return settings;
    }
}
