namespace Sovia.Metadata.Containers;

/// <summary>Reads the item locations of an AVIF or HEIC from its <c>iloc</c> box, which declares the widths of its own numbers.</summary>
internal ref struct HeifItemLocations
{
    private const int MaxItems = 4_096;

    private readonly ReadOnlySpan<byte> _table;
    private int _at;

    private HeifItemLocations(ReadOnlySpan<byte> table) => _table = table;

    /// <summary>Returns the first extent of each item, because no known program splits metadata across extents.</summary>
    public static List<(uint Item, long At, long Length, bool Inside)> Read(ReadOnlySpan<byte> table)
    {
        List<(uint, long, long, bool)> places = [];
        var reader = new HeifItemLocations(table);
        var version = reader.Number(1);
        reader._at = 4;
        var widths = reader.Number(2);
        int offset = (int)(widths >> 12) & 15, length = (int)(widths >> 8) & 15, start = (int)(widths >> 4) & 15, index = version > 0
            ? (int)widths & 15 : 0;
        var count = reader.Number(version < 2 ? 2 : 4);
        for (var i = 0L; i < Math.Min(count, MaxItems) && reader._at < table.Length; i++)
        {
            var item = (uint)reader.Number(version < 2 ? 2 : 4);
            var inside = version > 0 && (reader.Number(2) & 15) == 1;
            reader._at += 2;
            var from = reader.Number(start);
            var stretches = reader.Number(2);
            for (var stretch = 0L; stretch < stretches && reader._at < table.Length; stretch++)
            {
                reader._at += index;
                long at = reader.Number(offset), size = reader.Number(length);
                if (stretch == 0 && at >= 0 && from >= 0) places.Add((item, unchecked(from + at), size, inside));
            }
        }

        return places;
    }

    // Big-endian, up to eight bytes wide; bytes after the end read as zero.
    private long Number(int width)
    {
        var number = 0L;
        for (var i = 0; i < width; i++, _at++) number = number << 8 | (_at < _table.Length ? _table[_at] : (byte)0);
        return number;
    }
}
