using System.IO.Compression;
using System.Runtime.CompilerServices;
using Sovia.Import.Json;

namespace Sovia.Import.Containers;

/// <summary>One file packed with gzip.</summary>
internal sealed class GzipFile : IContainer
{
    /// <inheritdoc/>
    public bool Holds(ReadOnlySpan<byte> head) => head.StartsWith(new byte[] { 0x1F, 0x8B, 0x08 });

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, ReadSource source, [EnumeratorCancellation] CancellationToken ct)
    {
        var packed = new CountedStream(file.Content);
        await using var unpacked = new BoundedStream(new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true), () => packed.Count, source.Limits, file.Budget);
        await foreach (var item in source.ReadAsync(file.Unwrapped(unpacked), ct)) yield return item;
    }
}
