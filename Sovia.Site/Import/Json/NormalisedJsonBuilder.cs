using System.Buffers;
using System.Text.Json;

namespace Sovia.Import.Json;

/// <summary>Says in the words of the maker's API what a source said in its own.</summary>
internal sealed class NormalisedJsonBuilder : IDisposable
{
    private static readonly JsonDocumentOptions Options =
        new() { MaxDepth = 1000, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly ArrayBufferWriter<byte> bytes = new(512);
    private readonly Utf8JsonWriter writer;

    /// <summary>Begins with nothing said.</summary>
    public NormalisedJsonBuilder()
    {
        writer = new(bytes, new() { SkipValidation = true, MaxDepth = 1000 });
        writer.WriteStartObject();
    }

    /// <summary>The same object with some of its names exchanged.</summary>
    /// <param name="item">An object; anything else is returned as it is.</param>
    /// <param name="names">Names of the source and those of the API.</param>
    public static JsonElement RenameProperties(JsonElement item, params (string From, string To)[] names)
    {
        if (item.ValueKind != JsonValueKind.Object) return item;
        using var restated = new NormalisedJsonBuilder();
        foreach (var property in item.EnumerateObject())
            restated.Set(Array.Find(names, name => name.From == property.Name).To ?? property.Name, property.Value);
        return restated.Build();
    }

    /// <summary>States a fact as the source wrote it; nothing where the source has none.</summary>
    public NormalisedJsonBuilder Set(string name, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return this;
        writer.WritePropertyName(name);
        writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
        return this;
    }

    /// <summary>States a text; nothing where there is none.</summary>
    public NormalisedJsonBuilder Set(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) writer.WriteString(name, value);
        return this;
    }

    /// <summary>States a yes or no; nothing where it is not known.</summary>
    public NormalisedJsonBuilder Set(string name, bool? value)
    {
        if (value is { } known) writer.WriteBoolean(name, known);
        return this;
    }

    /// <summary>States ids of other posts, each as an object.</summary>
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

    /// <summary>The whole statement.</summary>
    public JsonElement Build()
    {
        writer.WriteEndObject();
        writer.Flush();
        return JsonElement.Parse(bytes.WrittenSpan, Options);
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();
}
