using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sovia.Storage.Copying;

/// <summary>Serializes documents as JSON into one reused buffer.</summary>
internal sealed class JsonBuffer : IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new(4096);
    private readonly Utf8JsonWriter writer;

    public JsonBuffer() => writer = new(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>Serializes a document. The span is valid until the next call.</summary>
    public ReadOnlySpan<byte> Serialize<T>(T document, JsonTypeInfo<T> type)
    {
        buffer.ResetWrittenCount();
        writer.Reset();
        JsonSerializer.Serialize(writer, document, type);
        return buffer.WrittenSpan;
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();
}
