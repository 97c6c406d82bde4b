namespace Sovia.Metadata.Containers;

/// <summary>Reads the item locations of an AVIF or HEIC from its <c>iloc</c> box, which declares the widths of its own numbers.</summary>
internal ref struct HeifItemLocations
{
    private const int MaxItems = 4_096;

    private readonly ReadOnlySpan<byte> _table;
    private int _position;

    private HeifItemLocations(ReadOnlySpan<byte> table) => _table = table;

    /// <summary>Returns the first extent of each item, because no known program splits metadata across extents.</summary>
    public static List<(uint Item, long At, long Length, bool Inside)> Read(ReadOnlySpan<byte> table)
    {
        List<(uint, long, long, bool)> locations = [];
        var reader = new HeifItemLocations(table);
        var version = reader.ReadNumber(1);
        reader._position = 4;
        var widths = reader.ReadNumber(2);
        int offset = (int)(widths >> 12) & 15, length = (int)(widths >> 8) & 15, start = (int)(widths >> 4) & 15, index = version > 0
            ? (int)widths & 15 : 0;
        var count = reader.ReadNumber(version < 2 ? 2 : 4);
        for (var i = 0L; i < Math.Min(count, MaxItems) && reader._position < table.Length; i++)
        {
            var item = (uint)reader.ReadNumber(version < 2 ? 2 : 4);
            var isInIdat = version > 0 && (reader.ReadNumber(2) & 15) == 1;
            reader._position += 2;
            var baseOffset = reader.ReadNumber(start);
            var extentCount = reader.ReadNumber(2);
            for (var extent = 0L; extent < extentCount && reader._position < table.Length; extent++)
            {
                reader._position += index;
                long at = reader.ReadNumber(offset), size = reader.ReadNumber(length);
                if (extent == 0 && at >= 0 && baseOffset >= 0) locations.Add((item, unchecked(baseOffset + at), size, isInIdat));
            }
        }

        return locations;
    }

    // Big-endian, up to eight bytes wide; bytes after the end read as zero.
    private long ReadNumber(int width)
    {
        var number = 0L;
        for (var i = 0; i < width; i++, _position++) number = number << 8 | (_position < _table.Length ? _table[_position] : (byte)0);
        return number;
    }
}
