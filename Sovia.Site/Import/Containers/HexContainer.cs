using System.Buffers;
using System.Runtime.CompilerServices;
using Sovia.Import.Json;
using Sovia.Metadata;

namespace Sovia.Import.Containers;

/// <summary>A media file written as hexadecimal digits, as found in some account exports.</summary>
internal sealed class HexContainer : IContainerFormat
{
    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head)
    {
        if (head.Length < 2 * MediaType.HeaderLength) return false;
        Span<byte> bytes = stackalloc byte[MediaType.HeaderLength];
        return Convert.FromHexString(head[..(2 * MediaType.HeaderLength)], bytes, out _, out _) == OperationStatus.Done
            && MediaType.Detect(bytes) != MediaType.Unknown;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var decodedStream = new EnumerableStream(DecodeBlocks(file.Content));
        await foreach (var item in source.ReadAsync(file.Unwrap(decodedStream), ct)) yield return item;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> DecodeBlocks(Stream hexStream)
    {
        var hexBuffer = new byte[64 * 1024];
        var decodedBuffer = new byte[hexBuffer.Length / 2];
        for (int read; (read = hexStream.ReadAtLeast(hexBuffer, hexBuffer.Length, throwOnEndOfStream: false)) > 0;)
        {
            // The file ends at its final line break, or at the first character that is not a digit.
            var status = Convert.FromHexString(hexBuffer.AsSpan(0, read & ~1), decodedBuffer, out _, out var byteCount);
            yield return decodedBuffer.AsMemory(0, byteCount);
            if (status != OperationStatus.Done) yield break;
        }
    }
}
