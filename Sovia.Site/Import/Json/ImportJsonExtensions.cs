using System.Text;
using System.Text.Json;

namespace Sovia.Import.Json;

/// <summary>Looks into JSON of any shape without ever failing on a shape.</summary>
internal static class ImportJsonExtensions
{
    /// <summary>What stands at the end of a way of names; kind Undefined where the way breaks off.</summary>
    public static JsonElement GetPath(this JsonElement element, params ReadOnlySpan<string> way)
    {
        foreach (var name in way)
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element)) return default;
        return element;
    }

    /// <summary>The first of several names that has a value other than null.</summary>
    public static JsonElement GetFirst(this JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (element.GetPath(name) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value) return value;
        return default;
    }

    /// <summary>A string, or null.</summary>
    public static string? GetStringOrNull(this JsonElement element) => SourceText.DecodeString(element);

    /// <summary>True for yes, also where it is written as text.</summary>
    public static bool IsTrue(this JsonElement element) =>
        element.ValueKind == JsonValueKind.True || string.Equals(element.GetStringOrNull(), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>A number, also where it is written as text.</summary>
    public static double? GetDoubleOrNull(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) ? number
        : double.TryParse(element.GetStringOrNull(), System.Globalization.CultureInfo.InvariantCulture, out number) ? number : null;

    /// <summary>The elements of a list; none where it is no list.</summary>
    public static IEnumerable<JsonElement> EnumerateItems(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>The JSON that a text holds; kind Undefined where it holds none.</summary>
    public static JsonElement ParseNestedJson(this JsonElement element) =>
        element.GetStringOrNull() is { } text ? ParseOrDefault(text) : default;

    /// <summary>The JSON that a text is; kind Undefined where it is none.</summary>
    public static JsonElement ParseOrDefault(string text)
    {
        try
        {
            return JsonItemParser.Parse(Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
