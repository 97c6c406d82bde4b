using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sovia.Storage.Copying;

/// <summary>Documents as JSON in one buffer that is used again and again.</summary>
internal sealed class JsonBuffer : IDisposable
{
    private readonly ArrayBufferWriter<byte> bytes = new(4096);
    private readonly Utf8JsonWriter writer;

    public JsonBuffer() => writer = new(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>The document; good until the next is asked for.</summary>
    public ReadOnlySpan<byte> Serialize<T>(T document, JsonTypeInfo<T> type)
    {
        bytes.ResetWrittenCount();
        writer.Reset();
        JsonSerializer.Serialize(writer, document, type);
        return bytes.WrittenSpan;
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();
}
