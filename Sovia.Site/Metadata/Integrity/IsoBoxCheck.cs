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
    private static readonly HashSet<string> Known =
        ["ftyp", "styp", "moov", "mdat", "moof", "meta", "mfra", "sidx", "uuid", "udta", "emsg", "prft", "pdin", "idat"];

    private const int Hole = 256;

    /// <summary>Returns the damage, or null.</summary>
    public static string? FindDamage(BoundedFileReader file, bool isStill)
    {
        var found = new Dictionary<string, IsoBox>();
        long at = 0;
        for (; at + 8 <= file.Length && Head(file, at) is var (type, start, end) && start > at;)
        {
            if (end > file.Length)
            {
                if (Known.Contains(type)) return DamageMessages.Truncated;
                break;
            }

            var isoBox = new IsoBox(type, start, end);
            if (type == "mdat" && isStill && file.Read(Math.Max(start, end - Hole),
                end - Math.Max(start, end - Hole)) is { Length: Hole } tail && ZeroBytes.CountAtEnd(tail) == Hole)
                return DamageMessages.ZeroFilled;
            found.TryAdd(type, isoBox);
            at = end;
        }

        if (isStill && found.TryGetValue("meta", out var meta)) return PlacesFault(file, meta);
        if (!found.TryGetValue("moov", out var movie)) return isStill ? DamageMessages.Truncated : DamageMessages.MissingIndex;
        return IsFragmented(file, found, movie) && IsHole(file, at) ? DamageMessages.ZeroFilled
            : SampleCheck.FindDamage(file, movie);
    }

    // Fragments follow the index one by one, so nothing but the file's end, or its own index, may end them.
    private static bool IsFragmented(BoundedFileReader file, Dictionary<string, IsoBox> found, IsoBox movie) =>
        !found.ContainsKey("mfra") && IsoBox.ReadBoxes(file, movie).Any(isoBox => isoBox.Type == "mvex");

    private static bool IsHole(BoundedFileReader file, long at) =>
        file.Length - at >= Hole && file.Read(at, Hole) is { } bytes && ZeroBytes.CountAtEnd(bytes) == Hole;

    // Returns a start no greater than the offset if there is no box. Length 0 means the rest of the file.
    private static (string Type, long Start, long End) Head(BoundedFileReader file, long at)
    {
        if (file.Read(at, 8) is not { } head) return ("", at, at);
        var type = Encoding.Latin1.GetString(head, 4, 4);
        long size = BinaryPrimitives.ReadUInt32BigEndian(head), start = at + 8;
        if (size == 1)
        {
            if (file.Read(start, 8) is not { } large) return (type, start, file.Length + 1);
            (size, start) = (BinaryPrimitives.ReadInt64BigEndian(large), start + 8);
        }

        if (size == 0) return Known.Contains(type) ? (type, start, file.Length) : ("", at, at);
        if (size < start - at) return ("", at, at);
        return (type, start, size > file.Length - at ? file.Length + 1 : at + size);
    }

    private static string? PlacesFault(BoundedFileReader file, IsoBox meta)
    {
        foreach (var isoBox in IsoBox.ReadBoxes(file, meta, skip: 4))
            if (isoBox.Type == "iloc" && isoBox.ReadContent(file, 1 << 20) is { } table)
                foreach (var (_, at, length, isInside) in HeifItemLocations.Read(table))
                    if (!isInside && length > 0 && at > file.Length - length) return DamageMessages.Truncated;
        return null;
    }
}
