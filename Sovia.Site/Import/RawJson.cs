using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sovia.Import;

/// <summary>The form in which a source's statement is kept: compact, keys sorted, without the posts nested in it.</summary>
internal static class RawJson
{
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = 1000 };

    /// <summary>Equal statements give equal texts, however their files were laid out.</summary>
    /// <param name="item">An object.</param>
    public static string Of(JsonElement item)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(bytes, Options)) WriteObject(writer, item, skipNested: true);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement item, bool skipNested)
    {
        writer.WriteStartObject();
        foreach (var property in item.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            if (skipNested && PostWalk.IsNested(property)) continue;
            writer.WritePropertyName(property.Name);
            Write(writer, property.Value);
        }
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, value, skipNested: false);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var element in value.EnumerateArray()) Write(writer, element);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                WriteString(writer, value);
                break;
            default:
                writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
                break;
        }
    }

    private static void WriteString(Utf8JsonWriter writer, JsonElement value)
    {
        try
        {
            writer.WriteStringValue(value.GetString());
        }
        catch (InvalidOperationException)
        {
            writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
        }
    }
}
