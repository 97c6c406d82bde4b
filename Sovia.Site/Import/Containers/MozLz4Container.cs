using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Sovia.Import.Json;

namespace Sovia.Import.Containers;

/// <summary>A Firefox bookmark backup (<c>.jsonlz4</c>): a signature, the unpacked length, and JSON in one LZ4 block.</summary>
internal sealed class MozLz4Container : IContainerFormat
{
    private const int HeadLength = 12;

    private static ReadOnlySpan<byte> Signature => "mozLz40\0"u8;

    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head) => head.StartsWith(Signature);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, [EnumeratorCancellation] CancellationToken ct)
    {
        var maxBytes = source.Limits.ItemBytes;
        using var packed = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; packed.Length <= maxBytes && (read = await file.Content.ReadAsync(buffer, ct)) > 0;) packed.Write(buffer, 0, read);
        if (packed.Length > maxBytes || packed.Length < HeadLength
            || BinaryPrimitives.ReadUInt32LittleEndian(packed.GetBuffer().AsSpan(Signature.Length)) > maxBytes)
        {
            yield return new ReadContext(file.Name, source.Limits)
                .CreateFileIssue(IssueCode.TooLarge, "The bookmark backup is too large or has no header.");
            yield break;
        }
        var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(packed.GetBuffer().AsSpan(Signature.Length));
        using var unpacked = new MemoryStream(Decompress(packed.GetBuffer().AsSpan(HeadLength, (int)packed.Length - HeadLength), length));
        await foreach (var item in source.ReadAsync(file.Unwrap(unpacked), ct)) yield return item;
    }

    // Returns the part before the damage if a block is damaged or truncated.
    private static byte[] Decompress(ReadOnlySpan<byte> block, int length)
    {
        var bytes = new byte[length];
        var (inputPos, outputPos) = (0, 0);
        while (inputPos < block.Length && outputPos < length)
        {
            int token = block[inputPos++];
            var literalLength = ReadLength(token >> 4, block, ref inputPos);
            literalLength = Math.Min(literalLength, Math.Min(block.Length - inputPos, length - outputPos));
            block.Slice(inputPos, literalLength).CopyTo(bytes.AsSpan(outputPos));
            (inputPos, outputPos) = (inputPos + literalLength, outputPos + literalLength);
            if (inputPos + 2 > block.Length) break;
            var matchOffset = BinaryPrimitives.ReadUInt16LittleEndian(block[inputPos..]);
            inputPos += 2;
            var matchLength = ReadLength(token & 15, block, ref inputPos) + 4;
            if (matchOffset == 0 || matchOffset > outputPos) break;
            // Copied byte by byte, because the source may overlap the destination.
            for (; matchLength > 0 && outputPos < length; matchLength--, outputPos++) bytes[outputPos] = bytes[outputPos - matchOffset];
        }
        return bytes[..outputPos];
    }

    private static int ReadLength(int length, ReadOnlySpan<byte> block, ref int inputPos)
    {
        if (length < 15) return length;
        for (byte nextByte = 255; nextByte == 255 && inputPos < block.Length && length < 1 << 30;) length += nextByte = block[inputPos++];
        return length;
    }
}
