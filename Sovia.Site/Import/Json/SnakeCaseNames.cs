using System.Buffers;
using System.Text.Json;

namespace Sovia.Import.Json;

/// <summary>Property names in snake case, which some programs write for those of Grok's API.</summary>
internal static class SnakeCaseNames
{
    // Its keys are in snake case in Grok's own spelling.
    private const string AuxKeys = "auxKeys";

    /// <summary>Returns an object with its property names in camel case; the same object if none is in snake case.</summary>
    public static JsonElement ToCamelCase(JsonElement element)
    {
        if (!element.EnumerateObject().Any(property => IsSnakeCase(PropertyName.From(property).Spelling))) return element;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) Write(writer, element);
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var property in element.EnumerateObject())
            {
                var name = ToCamelCase(PropertyName.From(property).Spelling);
                writer.WritePropertyName(name);
                if (name == AuxKeys) writer.WriteRawValue(property.Value.GetRawText());
                else Write(writer, property.Value);
            }
            writer.WriteEndObject();
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in element.EnumerateArray()) Write(writer, item);
            writer.WriteEndArray();
        }
        else writer.WriteRawValue(element.GetRawText());
    }

    private static bool IsSnakeCase(string name) => name.IndexOf('_', StringComparison.Ordinal) > 0;

    private static string ToCamelCase(string name) => !IsSnakeCase(name) ? name : string.Concat(name.Split('_',
        StringSplitOptions.RemoveEmptyEntries).Select((part, index) => index == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
}
