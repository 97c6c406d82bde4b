using System.Text;
using Sovia.Metadata.Containers;

namespace Sovia.Metadata.Integrity;

/// <summary>
/// Checks the samples in a movie's tables: each must be within the file, and no compressed frame may begin or end in zeros.
/// </summary>
internal static class SampleCheck
{
    private const long LargestTable = 4 << 20;
    private const int Look = 16;

    private static readonly HashSet<string> Packed = ["avc1", "avc3", "hvc1", "hev1", "av01", "vp08", "vp09", "mp4v"];

    /// <summary>Returns the damage, or null if there is none or the read limit is reached first.</summary>
    public static string? FindDamage(BoundedFileReader file, IsoBox movie)
    {
        foreach (var track in IsoBox.ReadBoxes(file, movie).Where(isoBox => isoBox.Type == "trak"))
            if (Find(file, track, "mdia") is { } media && Find(file, media, "minf") is { } inner && Find(file, inner, "stbl") is { } tables
                && IsInside(file, inner)
                && FaultOfTrack(file, IsoBox.ReadBoxes(file, tables).DistinctBy(isoBox => isoBox.Type).ToDictionary(isoBox => isoBox.Type))
                is { } fault)
                return fault;
        return null;
    }

    private static string? FaultOfTrack(BoundedFileReader file, Dictionary<string, IsoBox> tables)
    {
        if (!Read(file, tables, "stsz", out var sizes) || !Read(file, tables, "stsc", out var groups)) return null;
        var isLong = !Read(file, tables, "stco", out var places);
        if (isLong && !Read(file, tables, "co64", out places)) return null;
        var isPacked = Read(file, tables, "stsd", out var kinds) && kinds.Length >= 16
            && Packed.Contains(Encoding.Latin1.GetString(kinds, 12, 4));
        foreach (var (at, length) in SampleTables.ReadLocations(sizes, groups, places, isLong))
        {
            if (length > file.Length || at > file.Length - length) return DamageMessages.Truncated;
            if (!isPacked || length < 2 * Look) continue;
            if (file.Read(at, Look) is not { } first || file.Read(at + length - Look, Look) is not { } last) return null;
            if (ZeroBytes.CountAtEnd(first) == Look || ZeroBytes.CountAtEnd(last) == Look) return DamageMessages.ZeroFilled;
        }

        return null;
    }

    private static bool Read(BoundedFileReader file, Dictionary<string, IsoBox> tables, string name, out byte[] table)
    {
        table = tables.TryGetValue(name, out var isoBox) && isoBox.Length <= LargestTable ? isoBox.ReadContent(file) ?? [] : [];
        return table.Length >= 8;
    }

    private static IsoBox? Find(BoundedFileReader file, IsoBox isoBox, string type)
    {
        foreach (var inner in IsoBox.ReadBoxes(file, isoBox))
            if (inner.Type == type) return inner;
        return null;
    }

    // The flag means that the data is in this file; a movie may also refer to other files.
    private static bool IsInside(BoundedFileReader file, IsoBox inner) =>
        Find(file, inner, "dinf") is not { } places || Find(file, places, "dref") is not { } references
        || IsoBox.ReadBoxes(file, references, skip: 8)
        .All(reference => file.Read(reference.Start, 4) is [_, _, _, var flags] && (flags & 1) == 1);
}
