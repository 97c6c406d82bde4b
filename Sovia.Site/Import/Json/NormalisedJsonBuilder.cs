using System.Buffers;
using System.Text.Json;

namespace Sovia.Import.Json;

/// <summary>Builds normalised JSON, with the property names of Grok's API, from a source with other names.</summary>
internal sealed class NormalisedJsonBuilder : IDisposable
{
    private static readonly JsonDocumentOptions Options =
        new() { MaxDepth = 1000, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly ArrayBufferWriter<byte> buffer = new(512);
    private readonly Utf8JsonWriter writer;

    /// <summary>Creates a builder for an empty object.</summary>
    public NormalisedJsonBuilder()
    {
        writer = new(buffer, new() { SkipValidation = true, MaxDepth = 1000 });
        writer.WriteStartObject();
    }

    /// <summary>Returns the same object with some of its properties renamed.</summary>
    /// <param name="item">An object; any other value is returned unchanged.</param>
    /// <param name="names">The names of the source and those of the API.</param>
    public static JsonElement RenameProperties(JsonElement item, params (string From, string To)[] names)
    {
        if (item.ValueKind != JsonValueKind.Object) return item;
        using var builder = new NormalisedJsonBuilder();
        foreach (var property in item.EnumerateObject())
            builder.Set(Array.Find(names, name => name.From == property.Name).To ?? property.Name, property.Value);
        return builder.Build();
    }

    /// <summary>Sets a property to the source's value; does nothing if it is missing.</summary>
    public NormalisedJsonBuilder Set(string name, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return this;
        writer.WritePropertyName(name);
        writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
        return this;
    }

    /// <summary>Sets a property to a text; does nothing if there is none.</summary>
    public NormalisedJsonBuilder Set(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) writer.WriteString(name, value);
        return this;
    }

    /// <summary>Sets a property to a boolean; does nothing if it is unknown.</summary>
    public NormalisedJsonBuilder Set(string name, bool? value)
    {
        if (value is { } flag) writer.WriteBoolean(name, flag);
        return this;
    }

    /// <summary>Sets a property to ids of other posts, each as an object.</summary>
    public NormalisedJsonBuilder Set(string name, IReadOnlyCollection<Guid> ids)
    {
        if (ids.Count == 0) return this;
        writer.WriteStartArray(name);
        foreach (var id in ids)
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        return this;
    }

    /// <summary>Returns the completed object.</summary>
    public JsonElement Build()
    {
        writer.WriteEndObject();
        writer.Flush();
        return JsonElement.Parse(buffer.WrittenSpan, Options);
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();
}
