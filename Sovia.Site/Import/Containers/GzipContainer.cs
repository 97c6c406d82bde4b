using System.IO.Compression;
using System.Runtime.CompilerServices;
using Sovia.Import.Json;

namespace Sovia.Import.Containers;

/// <summary>One file compressed with gzip.</summary>
internal sealed class GzipContainer : IContainerFormat
{
    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head) => head.StartsWith(new byte[] { 0x1F, 0x8B, 0x08 });

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, [EnumeratorCancellation] CancellationToken ct)
    {
        var compressed = new CountingStream(file.Content);
        await using var decompressed = new DecompressionGuardStream(new GZipStream(compressed, CompressionMode.Decompress, leaveOpen: true),
            () => compressed.BytesRead, source.Limits, file.Budget);
        await foreach (var item in source.ReadAsync(file.Unwrap(decompressed), ct)) yield return item;
    }
}
