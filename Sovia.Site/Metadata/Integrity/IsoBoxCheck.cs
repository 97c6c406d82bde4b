using System.Buffers.Binary;
using System.Text;
using Sovia.Metadata.Containers;

namespace Sovia.Metadata.Integrity;

/// <summary>
/// Checks that an MP4, MOV, AVIF or HEIC has complete boxes and an index, and that the index refers only to data within the file that is
/// not filled with zeros.
/// </summary>
internal static class IsoBoxCheck
{
    // Data after the last box may look like a box, so only known types count.
    private static readonly HashSet<string> KnownTypes =
        ["ftyp", "styp", "moov", "mdat", "moof", "meta", "mfra", "sidx", "uuid", "udta", "emsg", "prft", "pdin", "idat"];

    private const int HoleLength = 256, SearchedLength = 4 << 20;

    /// <summary>Returns the damage, or null.</summary>
    public static string? FindDamage(BoundedFileReader file, bool isStill)
    {
        var boxes = new Dictionary<string, IsoBox>();
        long offset = 0;
        for (; offset + 8 <= file.Length && ReadHeader(file, offset) is var (type, start, end) && start > offset;)
        {
            if (end > file.Length)
            {
                if (KnownTypes.Contains(type)) return DamageMessages.Truncated;
                break;
            }

            var isoBox = new IsoBox(type, start, end);
            if (type == "mdat" && isStill && file.Read(Math.Max(start, end - HoleLength),
                end - Math.Max(start, end - HoleLength)) is { Length: HoleLength } tail && ZeroBytes.CountAtEnd(tail) == HoleLength)
                return DamageMessages.ZeroFilled;
            boxes.TryAdd(type, isoBox);
            offset = end;
        }

        if (isStill && boxes.TryGetValue("meta", out var meta)) return FindItemDamage(file, meta);
        if (!boxes.TryGetValue("moov", out var movie)) return isStill ? DamageMessages.Truncated : DamageMessages.MissingIndex;
        if (IsFragmented(file, boxes, movie))
        {
            if (IsZeroFilled(file, offset)) return DamageMessages.ZeroFilled;
            if (HasFragmentBehind(file, offset)) return DamageMessages.MissingFragments;
        }
        return SampleCheck.FindDamage(file, movie);
    }

    // Fragments follow the index one by one, up to the end of the file or the fragments' own index.
    private static bool IsFragmented(BoundedFileReader file, Dictionary<string, IsoBox> boxes, IsoBox movie) =>
        !boxes.ContainsKey("mfra") && IsoBox.ReadBoxes(file, movie).Any(isoBox => isoBox.Type == "mvex");

    private static bool IsZeroFilled(BoundedFileReader file, long offset) =>
        file.Length - offset >= HoleLength && file.Read(offset, HoleLength) is { } bytes && ZeroBytes.CountAtEnd(bytes) == HoleLength;

    // Players stop silently at anything that is not a box, and lose the fragments after it.
    private static bool HasFragmentBehind(BoundedFileReader file, long offset) =>
        file.ReadUpTo(offset, file.Length - offset, SearchedLength) is { } rest
        && (rest.AsSpan().IndexOf("mdat"u8) >= 0 || rest.AsSpan().IndexOf("moof"u8) >= 0 || rest.AsSpan().IndexOf("mfra"u8) >= 0);

    // Returns a start no greater than the offset if there is no box. Length 0 means the rest of the file.
    private static (string Type, long Start, long End) ReadHeader(BoundedFileReader file, long offset)
    {
        if (file.Read(offset, 8) is not { } header) return ("", offset, offset);
        if (header.AsSpan(4).ContainsAnyExceptInRange((byte)' ', (byte)'~')) return ("", offset, offset);
        var type = Encoding.Latin1.GetString(header, 4, 4);
        long size = BinaryPrimitives.ReadUInt32BigEndian(header), start = offset + 8;
        if (size == 1)
        {
            if (file.Read(start, 8) is not { } extendedSize) return (type, start, file.Length + 1);
            (size, start) = (BinaryPrimitives.ReadInt64BigEndian(extendedSize), start + 8);
        }

        if (size == 0) return KnownTypes.Contains(type) ? (type, start, file.Length) : ("", offset, offset);
        if (size < start - offset) return ("", offset, offset);
        return (type, start, size > file.Length - offset ? file.Length + 1 : offset + size);
    }

    private static string? FindItemDamage(BoundedFileReader file, IsoBox meta)
    {
        foreach (var isoBox in IsoBox.ReadBoxes(file, meta, skip: 4))
            if (isoBox.Type == "iloc" && isoBox.ReadContent(file, 1 << 20) is { } table)
                foreach (var (_, offset, length, isInside) in HeifItemLocations.Read(table))
                    if (!isInside && length > 0 && offset > file.Length - length) return DamageMessages.Truncated;
        return null;
    }
}
