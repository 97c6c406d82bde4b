using System.Buffers.Binary;

namespace Sovia.Metadata.Integrity;

/// <summary>
/// Counts the blocks of sequential scans by their Huffman codes, without decoding pixels. Reports other kinds of JPEG as complete, because
/// it cannot check them.
/// </summary>
internal sealed class JpegBlockCounter
{
    private readonly JpegHuffmanTable?[] _tables = new JpegHuffmanTable?[8];
    private (byte Id, int Across, int Down)[] _components = [];
    private int _width, _height, _scannedComponents;
    private bool _isSequential;

    /// <summary>Number of MCUs between two restart markers; 0 if there are none.</summary>
    public int RestartInterval { get; set; }

    /// <summary>Whether each component has had its scan; also true if unknown.</summary>
    public bool HasAllScans => !_isSequential || _scannedComponents >= _components.Length;

    /// <summary>Reads a frame header.</summary>
    public void ReadFrameHeader(byte mark, ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 6 || frame.Length < 6 + 3 * frame[5]) return;
        _isSequential = mark is 0xC0 or 0xC1 && frame[0] == 8;
        _height = BinaryPrimitives.ReadUInt16BigEndian(frame[1..]);
        _width = BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
        _components = new (byte, int, int)[frame[5]];
        for (var i = 0; i < _components.Length; i++) _components[i] = (frame[6 + 3 * i], frame[7 + 3 * i] >> 4, frame[7 + 3 * i] & 15);
        if (_width == 0 || _height == 0 || _components.Any(part => part.Across == 0 || part.Down == 0)) _isSequential = false;
    }

    /// <summary>Adds Huffman tables: DC tables at their number, AC tables four places later.</summary>
    public void AddHuffmanTables(ReadOnlySpan<byte> tables)
    {
        while (tables.Length > 17)
        {
            var count = 0;
            foreach (var codeCount in tables.Slice(1, 16)) count += codeCount;
            if (17 + count > tables.Length) return;
            _tables[(tables[0] >> 4 & 1) * 4 + (tables[0] & 3)] = new(tables.Slice(1, 16), tables.Slice(17, count));
            tables = tables[(17 + count)..];
        }
    }

    /// <summary>Counts the components of a new scan.</summary>
    public void BeginScan(ReadOnlySpan<byte> header) => _scannedComponents += header.Length > 0 ? header[0] : 0;

    /// <summary>Returns whether the compressed bytes contain every block of the scan and almost nothing more.</summary>
    public bool IsComplete(ReadOnlySpan<byte> header, ReadOnlySpan<byte> packed)
    {
        if (!_isSequential || header.Length < 1 || header.Length < 1 + 2 * header[0]) return true;
        var count = header[0];
        List<(JpegHuffmanTable First, JpegHuffmanTable Others, int Blocks)> parts = [];
        for (var i = 0; i < count; i++)
        {
            var (id, tableIds) = (header[1 + 2 * i], header[2 + 2 * i]);
            var index = Array.FindIndex(_components, part => part.Id == id);
            if (index < 0 || _tables[tableIds >> 4 & 3] is not { } dcTable || _tables[4 + (tableIds & 3)] is not { } acTable) return true;
            parts.Add((dcTable, acTable, count == 1 ? 1 : _components[index].Across * _components[index].Down));
        }

        int maxAcross = _components.Max(part => part.Across), maxDown = _components.Max(part => part.Down);
        var firstId = header[1];
        var component = Array.Find(_components, part => part.Id == firstId);
        var (across, down) = count == 1
            ? (DivideUp(DivideUp(_width * component.Across, maxAcross), 8), DivideUp(DivideUp(_height * component.Down, maxDown), 8))
            : (DivideUp(_width, 8 * maxAcross), DivideUp(_height, 8 * maxDown));
        return HasAllBlocks(new(packed), parts, (long)across * down);
    }

    private bool HasAllBlocks(JpegBitReader bits, List<(JpegHuffmanTable First, JpegHuffmanTable Others, int Blocks)> parts, long mcuCount)
    {
        for (var mcu = 0L; mcu < mcuCount; mcu++)
        {
            if (RestartInterval > 0 && mcu > 0 && mcu % RestartInterval == 0 && !bits.ReadRestartMarker()) return false;
            foreach (var (dcTable, acTable, blockCount) in parts)
                for (var block = 0; block < blockCount; block++)
                    if (!TrySkipBlock(ref bits, dcTable, acTable)) return false;
        }

        return bits.IsAtEnd;
    }

    private static bool TrySkipBlock(ref JpegBitReader bits, JpegHuffmanTable dcTable, JpegHuffmanTable acTable)
    {
        if (dcTable.ReadSymbol(ref bits) is not (>= 0 and <= 16 and var size) || !bits.SkipBits(size)) return false;
        for (var coefficient = 1; coefficient < 64; coefficient++)
        {
            if (acTable.ReadSymbol(ref bits) is not (>= 0 and var code)) return false;
            if ((code & 15) == 0 && code != 0xF0) return true;
            coefficient += code >> 4;
            if (coefficient > 63 || !bits.SkipBits(code & 15)) return false;
        }

        return true;
    }

    private static int DivideUp(int value, int divisor) => (value + divisor - 1) / divisor;
}
