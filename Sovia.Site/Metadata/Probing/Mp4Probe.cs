using System.Buffers.Binary;
using System.Text;
using Sovia.Metadata.Decoding;

namespace Sovia.Metadata.Probing;

/// <summary>
/// Reads size, duration and whether there is audio from the <c>moov</c> box of an MP4 or QuickTime file, without ffmpeg.
/// </summary>
internal static class Mp4Probe
{
    // The boxes of a minute of video take a few kilobytes, those of a long film some megabytes.
    private const int MaxBytes = 32 << 20;

    /// <summary>Returns the facts; all null for another container.</summary>
    /// <exception cref="UnreadableMediaException">The container is supported but its index is missing.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<MediaProperties> ReadAsync(string path, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var header = new byte[16];
        for (var isFirst = true; await file.ReadAtLeastAsync(header, 8, throwOnEndOfStream: false, ct) is >= 8
            and var read; isFirst = false)
        {
            if (isFirst && !HasType(header, "ftyp"u8)) return new();
            long size = BinaryPrimitives.ReadUInt32BigEndian(header), headerLength = 8;
            if (size == 1 && read == 16) (size, headerLength) = (BinaryPrimitives.ReadInt64BigEndian(header.AsSpan(8)), 16);
            var start = file.Position - read;
            if (HasType(header, "moov"u8) && size - headerLength is > 0 and <= MaxBytes)
            {
                file.Position = start + headerLength;
                var movie = new byte[Math.Min(size - headerLength, file.Length - file.Position)];
                await file.ReadExactlyAsync(movie, ct);
                return ParseMovie(movie);
            }

            if (size < headerLength || start > file.Length - size) break;
            file.Position = start + size;
        }

        throw new UnreadableMediaException(Sovia.Metadata.Integrity.DamageMessages.MissingIndex) { IsDamaged = true };
    }

    private static bool HasType(ReadOnlySpan<byte> header, ReadOnlySpan<byte> type) => header.Slice(4, 4).SequenceEqual(type);

    private static MediaProperties ParseMovie(ReadOnlyMemory<byte> movie)
    {
        var facts = new MediaProperties { HasAudio = false };
        foreach (var (type, body) in ReadBoxes(movie))
        {
            if (type == "mvhd") facts = facts with { Duration = ReadDuration(body.Span) };
            if (type != "trak") continue;
            var handler = Find(Find(body, "mdia"), "hdlr").Span;
            if (handler.Length < 12) continue;
            if (handler.Slice(8, 4).SequenceEqual("soun"u8)) facts = facts with { HasAudio = true };
            if (handler.Slice(8, 4).SequenceEqual("vide"u8) && facts.Width is null) facts = AddSize(facts, Find(body, "tkhd").Span);
        }

        return facts;
    }

    private static double? ReadDuration(ReadOnlySpan<byte> body)
    {
        var isLong = body.Length > 0 && body[0] == 1;
        if (body.Length < (isLong ? 32 : 20)) return null;
        var timescale = BinaryPrimitives.ReadUInt32BigEndian(body[(isLong ? 20 : 12)..]);
        var length = isLong ? BinaryPrimitives.ReadUInt64BigEndian(body[24..]) : BinaryPrimitives.ReadUInt32BigEndian(body[16..]);
        return timescale > 0 && length is > 0 and < uint.MaxValue ? (double)length / timescale : null;
    }

    // The first number of the matrix is zero if the video is rotated by 90 degrees.
    private static MediaProperties AddSize(MediaProperties facts, ReadOnlySpan<byte> body)
    {
        var matrixOffset = body.Length > 0 && body[0] == 1 ? 52 : 40;
        if (body.Length < matrixOffset + 44) return facts;
        int width = BinaryPrimitives.ReadUInt16BigEndian(body[(matrixOffset + 36)..]),
            height = BinaryPrimitives.ReadUInt16BigEndian(body[(matrixOffset + 40)..]);
        if (width == 0 || height == 0) return facts;
        return BinaryPrimitives.ReadInt32BigEndian(body[matrixOffset..]) == 0 ? facts with { Width = height, Height = width }
            : facts with { Width = width, Height = height };
    }

    private static ReadOnlyMemory<byte> Find(ReadOnlyMemory<byte> boxes, string type) =>
        ReadBoxes(boxes).FirstOrDefault(box => box.Kind == type).Body;

    private static IEnumerable<(string Kind, ReadOnlyMemory<byte> Body)> ReadBoxes(ReadOnlyMemory<byte> boxes)
    {
        while (boxes.Length >= 8 && BinaryPrimitives.ReadUInt32BigEndian(boxes.Span) is >= 8 and var size && size <= boxes.Length)
        {
            yield return (Encoding.Latin1.GetString(boxes.Span.Slice(4, 4)), boxes[8..(int)size]);
            boxes = boxes[(int)size..];
        }
    }
}
