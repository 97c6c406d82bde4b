using System.Buffers.Binary;

namespace Sovia.Metadata.Integrity;

/// <summary>
/// Counts the blocks of sequential scans by their Huffman codes, without decoding pixels. Reports other kinds of JPEG as complete, because
/// it cannot check them.
/// </summary>
internal sealed class JpegBlockCounter
{
    private readonly JpegHuffmanTable?[] _codes = new JpegHuffmanTable?[8];
    private (byte Id, int Across, int Down)[] _parts = [];
    private int _width, _height, _seen;
    private bool _isSequential;

    /// <summary>Number of MCUs between two restart markers; 0 if there are none.</summary>
    public int RestartInterval { get; set; }

    /// <summary>Whether each component has had its scan; also true if unknown.</summary>
    public bool HasAllScans => !_isSequential || _seen >= _parts.Length;

    /// <summary>Reads a frame header.</summary>
    public void ReadFrameHeader(byte mark, ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 6 || frame.Length < 6 + 3 * frame[5]) return;
        _isSequential = mark is 0xC0 or 0xC1 && frame[0] == 8;
        _height = BinaryPrimitives.ReadUInt16BigEndian(frame[1..]);
        _width = BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
        _parts = new (byte, int, int)[frame[5]];
        for (var i = 0; i < _parts.Length; i++) _parts[i] = (frame[6 + 3 * i], frame[7 + 3 * i] >> 4, frame[7 + 3 * i] & 15);
        if (_width == 0 || _height == 0 || _parts.Any(part => part.Across == 0 || part.Down == 0)) _isSequential = false;
    }

    /// <summary>Adds Huffman tables: DC tables at their number, AC tables four places later.</summary>
    public void AddHuffmanTables(ReadOnlySpan<byte> tables)
    {
        while (tables.Length > 17)
        {
            var count = 0;
            foreach (var some in tables.Slice(1, 16)) count += some;
            if (17 + count > tables.Length) return;
            _codes[(tables[0] >> 4 & 1) * 4 + (tables[0] & 3)] = new(tables.Slice(1, 16), tables.Slice(17, count));
            tables = tables[(17 + count)..];
        }
    }

    /// <summary>Counts the components of a new scan.</summary>
    public void BeginScan(ReadOnlySpan<byte> header) => _seen += header.Length > 0 ? header[0] : 0;

    /// <summary>Returns whether the compressed bytes contain every block of the scan and almost nothing more.</summary>
    public bool IsComplete(ReadOnlySpan<byte> header, ReadOnlySpan<byte> packed)
    {
        if (!_isSequential || header.Length < 1 || header.Length < 1 + 2 * header[0]) return true;
        var count = header[0];
        List<(JpegHuffmanTable First, JpegHuffmanTable Others, int Blocks)> parts = [];
        for (var i = 0; i < count; i++)
        {
            var (id, tables) = (header[1 + 2 * i], header[2 + 2 * i]);
            var at = Array.FindIndex(_parts, part => part.Id == id);
            if (at < 0 || _codes[tables >> 4 & 3] is not { } first || _codes[4 + (tables & 3)] is not { } others) return true;
            parts.Add((first, others, count == 1 ? 1 : _parts[at].Across * _parts[at].Down));
        }

        int most = _parts.Max(part => part.Across), tallest = _parts.Max(part => part.Down);
        var leading = header[1];
        var one = Array.Find(_parts, part => part.Id == leading);
        var (across, down) = count == 1
            ? (Ceiling(Ceiling(_width * one.Across, most), 8), Ceiling(Ceiling(_height * one.Down, tallest), 8))
            : (Ceiling(_width, 8 * most), Ceiling(_height, 8 * tallest));
        return Reads(new(packed), parts, (long)across * down);
    }

    private bool Reads(JpegBitReader bits, List<(JpegHuffmanTable First, JpegHuffmanTable Others, int Blocks)> parts, long places)
    {
        for (var place = 0L; place < places; place++)
        {
            if (RestartInterval > 0 && place > 0 && place % RestartInterval == 0 && !bits.ReadRestartMarker()) return false;
            foreach (var (first, others, blocks) in parts)
                for (var block = 0; block < blocks; block++)
                    if (!Block(ref bits, first, others)) return false;
        }

        return bits.IsAtEnd;
    }

    private static bool Block(ref JpegBitReader bits, JpegHuffmanTable first, JpegHuffmanTable others)
    {
        if (first.ReadSymbol(ref bits) is not (>= 0 and <= 16 and var size) || !bits.SkipBits(size)) return false;
        for (var at = 1; at < 64; at++)
        {
            if (others.ReadSymbol(ref bits) is not (>= 0 and var code)) return false;
            if ((code & 15) == 0 && code != 0xF0) return true;
            at += code >> 4;
            if (at > 63 || !bits.SkipBits(code & 15)) return false;
        }

        return true;
    }

    private static int Ceiling(int value, int by) => (value + by - 1) / by;
}
