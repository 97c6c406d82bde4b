using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import;

/// <summary>The stored form of a source record's JSON: compact, keys sorted, without the posts nested in it.</summary>
internal static class CanonicalJson
{
    private const int MaxCachedCapacity = 1 << 20;

    // Up to this many properties insertion sort is faster, because a post has about twenty and many sources write them in order.
    private const int MaxInsertionSort = 48;

    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = 1000 };

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Writer)? cachedWriter;

    /// <summary>Returns the canonical text of an item. Equal items give equal texts, whatever the layout of their files.</summary>
    /// <param name="item">A JSON object.</param>
    public static string Serialize(JsonElement item)
    {
        var (bytes, writer) = cachedWriter ?? CreateWriter();
        // Cleared so that an exception in between leaves no half-written buffer behind.
        cachedWriter = null;
        WriteObject(writer, item, skipNested: true);
        writer.Flush();
        var text = Encoding.UTF8.GetString(bytes.WrittenSpan);
        bytes.ResetWrittenCount();
        writer.Reset();
        if (bytes.Capacity <= MaxCachedCapacity) cachedWriter = (bytes, writer);
        return text;
    }

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) CreateWriter()
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        return (bytes, new(bytes, Options));
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement item, bool skipNested)
    {
        writer.WriteStartObject();
        var rentedBuffer = ArrayPool<(string Name, JsonProperty Property)>.Shared.Rent(item.GetPropertyCount());
        foreach (var (name, property) in Sort(item, rentedBuffer))
        {
            if (skipNested && PostTraversal.HoldsPosts(property)) continue;
            writer.WritePropertyName(name);
            WriteValue(writer, property.Value);
        }
        ArrayPool<(string, JsonProperty)>.Shared.Return(rentedBuffer, clearArray: true);
        writer.WriteEndObject();
    }

    // Properties with the same name keep their order.
    private static Span<(string Name, JsonProperty Property)> Sort(JsonElement item, (string Name, JsonProperty Property)[] buffer)
    {
        var count = 0;
        foreach (var property in item.EnumerateObject()) buffer[count++] = (PropertyName.From(property).Spelling, property);
        if (count > MaxInsertionSort)
        {
            buffer.Take(count).OrderBy(entry => entry.Name, StringComparer.Ordinal).ToArray().CopyTo(buffer, 0);
            return buffer.AsSpan(0, count);
        }
        for (var i = 1; i < count; i++)
            for (var j = i; j > 0 && string.CompareOrdinal(buffer[j - 1].Name, buffer[j].Name) > 0; j--)
                (buffer[j - 1], buffer[j]) = (buffer[j], buffer[j - 1]);
        return buffer.AsSpan(0, count);
    }

    private static void WriteValue(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, value, skipNested: false);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var element in value.EnumerateArray()) WriteValue(writer, element);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                WriteString(writer, value);
                break;
            default:
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
                break;
        }
    }

    private static void WriteString(Utf8JsonWriter writer, JsonElement value)
    {
        // A string without escapes can be copied verbatim.
        var raw = JsonMarshal.GetRawUtf8Value(value);
        if (!raw.Contains((byte)'\\'))
        {
            writer.WriteStringValue(raw[1..^1]);
            return;
        }
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
