namespace Sovia.Metadata.Integrity;

/// <summary>One Huffman table of a JPEG.</summary>
internal sealed class JpegHuffmanTable
{
    private readonly int[] _first = new int[17], _end = new int[17], _at = new int[17];
    private readonly byte[] _symbols;

    /// <param name="counts">The number of codes of 1, 2, … 16 bits.</param>
    /// <param name="symbols">The symbols, in order of code length.</param>
    public JpegHuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        _symbols = symbols.ToArray();
        for (int length = 1, code = 0, at = 0; length <= 16; length++, code <<= 1)
        {
            (_first[length], _at[length]) = (code, at);
            code += counts[length - 1];
            at += counts[length - 1];
            _end[length] = code;
        }
    }

    /// <summary>Returns the next symbol, or -1 if the bits end or form no code.</summary>
    public int ReadSymbol(ref JpegBitReader bits)
    {
        for (int length = 1, code = 0; length <= 16; length++)
        {
            if (bits.ReadBit() is not (>= 0 and var bit)) return -1;
            code = code << 1 | bit;
            if (code < _end[length]) return _symbols[_at[length] + code - _first[length]];
        }

        return -1;
    }
}
