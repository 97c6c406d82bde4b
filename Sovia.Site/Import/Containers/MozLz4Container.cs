using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Sovia.Import.Json;

namespace Sovia.Import.Containers;

/// <summary>A Firefox backup of bookmarks (<c>.jsonlz4</c>): JSON as a signature, the length, and one LZ4 block.</summary>
internal sealed class MozLz4Container : IContainerFormat
{
    private const int HeadLength = 12;

    private static ReadOnlySpan<byte> Mark => "mozLz40\0"u8;

    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head) => head.StartsWith(Mark);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, [EnumeratorCancellation] CancellationToken ct)
    {
        var most = source.Limits.ItemBytes;
        using var packed = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; packed.Length <= most && (read = await file.Content.ReadAsync(buffer, ct)) > 0;) packed.Write(buffer, 0, read);
        if (packed.Length > most || packed.Length < HeadLength
            || BinaryPrimitives.ReadUInt32LittleEndian(packed.GetBuffer().AsSpan(Mark.Length)) > most)
        {
            yield return new ReadContext(file.Name, source.Limits)
                .CreateFileIssue(IssueCode.TooLarge, "The bookmark backup is too large or has no header.");
            yield break;
        }
        var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(packed.GetBuffer().AsSpan(Mark.Length));
        using var unpacked = new MemoryStream(Decompress(packed.GetBuffer().AsSpan(HeadLength, (int)packed.Length - HeadLength), length));
        await foreach (var item in source.ReadAsync(file.Unwrap(unpacked), ct)) yield return item;
    }

    // Returns the part before the damage if a block is damaged or truncated.
    private static byte[] Decompress(ReadOnlySpan<byte> block, int length)
    {
        var bytes = new byte[length];
        var (from, to) = (0, 0);
        while (from < block.Length && to < length)
        {
            int token = block[from++];
            var literals = GetLength(token >> 4, block, ref from);
            literals = Math.Min(literals, Math.Min(block.Length - from, length - to));
            block.Slice(from, literals).CopyTo(bytes.AsSpan(to));
            (from, to) = (from + literals, to + literals);
            if (from + 2 > block.Length) break;
            var back = BinaryPrimitives.ReadUInt16LittleEndian(block[from..]);
            from += 2;
            var copied = GetLength(token & 15, block, ref from) + 4;
            if (back == 0 || back > to) break;
            // Copied byte by byte, because the source may overlap the destination.
            for (; copied > 0 && to < length; copied--, to++) bytes[to] = bytes[to - back];
        }
        return bytes[..to];
    }

    private static int GetLength(int length, ReadOnlySpan<byte> block, ref int from)
    {
        if (length < 15) return length;
        for (byte more = 255; more == 255 && from < block.Length && length < 1 << 30;) length += more = block[from++];
        return length;
    }
}
