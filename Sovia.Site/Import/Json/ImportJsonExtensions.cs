using System.Text;
using System.Text.Json;

namespace Sovia.Import.Json;

/// <summary>Accessors for JSON of any shape that never throw on an unexpected shape.</summary>
internal static class ImportJsonExtensions
{
    /// <summary>Returns the value at a path of names; Undefined if a name is missing.</summary>
    public static JsonElement GetPath(this JsonElement element, params ReadOnlySpan<string> way)
    {
        foreach (var name in way)
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element)) return default;
        return element;
    }

    /// <summary>Returns the value of the first of these names that has one other than null.</summary>
    public static JsonElement GetFirst(this JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (element.GetPath(name) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value) return value;
        return default;
    }

    /// <summary>Returns a string, or null.</summary>
    public static string? GetStringOrNull(this JsonElement element) => SourceText.DecodeString(element);

    /// <summary>True for the boolean true, also if written as text.</summary>
    public static bool IsTrue(this JsonElement element) =>
        element.ValueKind == JsonValueKind.True || string.Equals(element.GetStringOrNull(), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns a number, also if written as text.</summary>
    public static double? GetDoubleOrNull(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) ? number
        : double.TryParse(element.GetStringOrNull(), System.Globalization.CultureInfo.InvariantCulture, out number) ? number : null;

    /// <summary>Returns the elements of an array; none for any other value.</summary>
    public static IEnumerable<JsonElement> EnumerateItems(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>Parses JSON that is nested in a string; Undefined if it is invalid.</summary>
    public static JsonElement ParseNestedJson(this JsonElement element) =>
        element.GetStringOrNull() is { } text ? ParseOrDefault(text) : default;

    /// <summary>Parses JSON; Undefined if it is invalid.</summary>
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
