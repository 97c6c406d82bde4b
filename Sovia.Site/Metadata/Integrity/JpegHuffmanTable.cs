namespace Sovia.Metadata.Integrity;

/// <summary>One Huffman table of a JPEG.</summary>
internal sealed class JpegHuffmanTable
{
    private readonly int[] _firstCode = new int[17], _endCode = new int[17], _symbolIndex = new int[17];
    private readonly byte[] _symbols;

    /// <param name="counts">The number of codes of 1, 2, … 16 bits.</param>
    /// <param name="symbols">The symbols, in order of code length.</param>
    public JpegHuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        _symbols = symbols.ToArray();
        for (int length = 1, code = 0, symbolIndex = 0; length <= 16; length++, code <<= 1)
        {
            (_firstCode[length], _symbolIndex[length]) = (code, symbolIndex);
            code += counts[length - 1];
            symbolIndex += counts[length - 1];
            _endCode[length] = code;
        }
    }

    /// <summary>Returns the next symbol, or -1 if the bits end or form no code.</summary>
    public int ReadSymbol(ref JpegBitReader bits)
    {
        for (int length = 1, code = 0; length <= 16; length++)
        {
            if (bits.ReadBit() is not (>= 0 and var bit)) return -1;
            code = code << 1 | bit;
            if (code < _endCode[length]) return _symbols[_symbolIndex[length] + code - _firstCode[length]];
        }

        return -1;
    }
}
