using System.Text;
using Sovia.Metadata.Containers;

namespace Sovia.Metadata.Integrity;

/// <summary>
/// Checks the samples in a movie's tables: each must be within the file, and no compressed frame may begin or end in zeros.
/// </summary>
internal static class SampleCheck
{
    private const long MaxTableBytes = 4 << 20;
    private const int Edge = 16;

    private static readonly HashSet<string> CompressedFormats = ["avc1", "avc3", "hvc1", "hev1", "av01", "vp08", "vp09", "mp4v"];

    /// <summary>Returns the damage, or null if there is none or the read limit is reached first.</summary>
    public static string? FindDamage(BoundedFileReader file, IsoBox movie)
    {
        foreach (var track in IsoBox.ReadBoxes(file, movie).Where(isoBox => isoBox.Type == "trak"))
            if (Find(file, track, "mdia") is { } media && Find(file, media, "minf") is { } info && Find(file, info, "stbl") is { } tables
                && IsSelfContained(file, info)
                && CheckTrack(file, IsoBox.ReadBoxes(file, tables).DistinctBy(isoBox => isoBox.Type).ToDictionary(isoBox => isoBox.Type))
                is { } damage)
                return damage;
        return null;
    }

    private static string? CheckTrack(BoundedFileReader file, Dictionary<string, IsoBox> tables)
    {
        if (!TryRead(file, tables, "stsz", out var sizes) || !TryRead(file, tables, "stsc", out var groups)) return null;
        var isLong = !TryRead(file, tables, "stco", out var chunkOffsets);
        if (isLong && !TryRead(file, tables, "co64", out chunkOffsets)) return null;
        var isCompressed = TryRead(file, tables, "stsd", out var descriptions) && descriptions.Length >= 16
            && CompressedFormats.Contains(Encoding.Latin1.GetString(descriptions, 12, 4));
        foreach (var (offset, length) in SampleTables.ReadLocations(sizes, groups, chunkOffsets, isLong))
        {
            if (length > file.Length || offset > file.Length - length) return DamageMessages.Truncated;
            if (!isCompressed || length < 2 * Edge) continue;
            if (file.Read(offset, Edge) is not { } first || file.Read(offset + length - Edge, Edge) is not { } last) return null;
            if (ZeroBytes.CountAtEnd(first) == Edge || ZeroBytes.CountAtEnd(last) == Edge) return DamageMessages.ZeroFilled;
        }

        return null;
    }

    private static bool TryRead(BoundedFileReader file, Dictionary<string, IsoBox> tables, string name, out byte[] table)
    {
        table = tables.TryGetValue(name, out var isoBox) && isoBox.Length <= MaxTableBytes ? isoBox.ReadContent(file) ?? [] : [];
        return table.Length >= 8;
    }

    private static IsoBox? Find(BoundedFileReader file, IsoBox isoBox, string type)
    {
        foreach (var child in IsoBox.ReadBoxes(file, isoBox))
            if (child.Type == type) return child;
        return null;
    }

    // The flag means that the data is in this file; a movie may also refer to other files.
    private static bool IsSelfContained(BoundedFileReader file, IsoBox info) =>
        Find(file, info, "dinf") is not { } dataInfo || Find(file, dataInfo, "dref") is not { } references
        || IsoBox.ReadBoxes(file, references, skip: 8)
        .All(reference => file.Read(reference.Start, 4) is [_, _, _, var flags] && (flags & 1) == 1);
}
