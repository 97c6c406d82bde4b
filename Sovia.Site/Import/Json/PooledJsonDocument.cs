using System.Buffers;
using System.Text.Json;

namespace Sovia.Import.Json;

/// <summary>
/// A parsed value in pooled memory, to avoid an allocation for each of a file's thousands of items. Must not be accessed after its
/// release; without a release the garbage collector frees it.
/// </summary>
internal sealed class PooledJsonDocument
{
    // Larger values are rare, and the pool would round their arrays up to twice the size and retain them.
    private const int MaxPooledBytes = 1 << 20;

    private readonly JsonDocument document;
    private byte[]? bytes;

    private PooledJsonDocument(JsonDocument document, byte[] bytes) => (this.document, this.bytes) = (document, bytes);

    /// <summary>The parsed value.</summary>
    public JsonElement RootElement => document.RootElement;

    /// <summary>Parses a value.</summary>
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    public static PooledJsonDocument Parse(ReadOnlySpan<byte> json, JsonDocumentOptions options)
    {
        var bytes = json.Length <= MaxPooledBytes ? ArrayPool<byte>.Shared.Rent(json.Length) : new byte[json.Length];
        json.CopyTo(bytes);
        return new(JsonDocument.Parse(bytes.AsMemory(0, json.Length), options), bytes);
    }

    /// <summary>Returns the memory to the pool.</summary>
    public void Release()
    {
        if (Interlocked.Exchange(ref bytes, null) is not { } rented) return;
        document.Dispose();
        if (rented.Length <= MaxPooledBytes) ArrayPool<byte>.Shared.Return(rented);
    }
}
