namespace Sovia.Tests.Metadata;

/// <summary>A PNG with a text in the lowest bits of its alpha, its rows filtered in each of the five ways in turn.</summary>
internal static class StealthPng
{
    private const int Channels = 4;

    public static byte[] With(string magic, byte[] text, int width, int height)
    {
        var hidden = Bytes.Concat(Bytes.Latin1(magic), Bytes.Big((uint)text.Length * 8), text);
        var rows = new byte[height][];
        for (var y = 0; y < height; y++)
        {
            rows[y] = new byte[width * Channels];
            for (var x = 0; x < width; x++)
            {
                var bit = x * height + y;
                var set = bit / 8 < hidden.Length ? hidden[bit / 8] >> (7 - bit % 8) & 1 : 0;
                (rows[y][x * Channels], rows[y][x * Channels + 1], rows[y][x * Channels + 3]) =
                    ((byte)(x * 7 + y), (byte)(y * 3), (byte)(254 | set));
            }
        }

        var filtered = rows.Select((row, y) => Filtered(y % 5, row, y == 0 ? new byte[row.Length] : rows[y - 1]));
        return new PngFile((uint)width, (uint)height, colour: 6).Pixels(Bytes.Concat([.. filtered])).Build();
    }

    private static byte[] Filtered(int way, byte[] row, byte[] above)
    {
        var filtered = new byte[row.Length + 1];
        filtered[0] = (byte)way;
        for (var i = 0; i < row.Length; i++)
        {
            int left = i < Channels ? 0 : row[i - Channels], up = above[i], corner = i < Channels ? 0 : above[i - Channels];
            filtered[i + 1] =
                (byte)(row[i] - way switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) });
        }

        return filtered;
    }

    // The specification's own words: the neighbour nearest to left + up - corner, in this order.
    private static int Paeth(int left, int up, int corner) => new[] { left, up, corner }.MinBy(near => Math.Abs(left + up - corner - near));
}
