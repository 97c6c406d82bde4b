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
        await using var bytes = new EnumerableStream(Parts(file.Content));
        await foreach (var item in source.ReadAsync(file.Unwrap(bytes), ct)) yield return item;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Parts(Stream digits)
    {
        var text = new byte[64 * 1024];
        var bytes = new byte[text.Length / 2];
        for (int read; (read = digits.ReadAtLeast(text, text.Length, throwOnEndOfStream: false)) > 0;)
        {
            // The file ends at its final line break, or at the first character that is not a digit.
            var status = Convert.FromHexString(text.AsSpan(0, read & ~1), bytes, out _, out var written);
            yield return bytes.AsMemory(0, written);
            if (status != OperationStatus.Done) yield break;
        }
    }
}
