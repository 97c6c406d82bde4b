using System.Buffers;
using System.Text.Json;

namespace Sovia.Import.Json;

/// <summary>
/// A parsed value in memory that is used again for others: a file has thousands of items, and the collector would have to look after each.
/// Once released it must not be looked at; whoever never releases it leaves it to the collector.
/// </summary>
internal sealed class PooledJsonDocument
{
    // Larger ones are rare, and would be rounded up to twice their size and stay.
    private const int Largest = 1 << 20;

    private readonly JsonDocument document;
    private byte[]? bytes;

    private PooledJsonDocument(JsonDocument document, byte[] bytes) => (this.document, this.bytes) = (document, bytes);

    /// <summary>The value.</summary>
    public JsonElement RootElement => document.RootElement;

    /// <summary>Parses a value.</summary>
    /// <exception cref="JsonException">The bytes are none.</exception>
    public static PooledJsonDocument Parse(ReadOnlySpan<byte> json, JsonDocumentOptions options)
    {
        var bytes = json.Length <= Largest ? ArrayPool<byte>.Shared.Rent(json.Length) : new byte[json.Length];
        json.CopyTo(bytes);
        return new(JsonDocument.Parse(bytes.AsMemory(0, json.Length), options), bytes);
    }

    /// <summary>Gives the memory back.</summary>
    public void Release()
    {
        if (Interlocked.Exchange(ref bytes, null) is not { } rented) return;
        document.Dispose();
        if (rented.Length <= Largest) ArrayPool<byte>.Shared.Return(rented);
    }
}
