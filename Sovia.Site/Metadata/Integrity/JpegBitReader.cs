namespace Sovia.Metadata.Integrity;

/// <summary>Reads the compressed bits of a scan, without the zeros stuffed after each 0xFF.</summary>
internal ref struct JpegBitReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _offset, _bitsLeft;
    private byte _current;

    /// <summary>Whether only padding remains: at most two bytes, or bytes of one value.</summary>
    public readonly bool IsAtEnd => _bytes.Length - _offset <= 2 || !_bytes[_offset..].ContainsAnyExcept(_bytes[_offset]);

    /// <summary>Returns the next bit, or -1 at the end or at a restart marker.</summary>
    public int ReadBit()
    {
        if (_bitsLeft == 0)
        {
            if (_offset >= _bytes.Length) return -1;
            _current = _bytes[_offset];
            if (_current == 0xFF)
            {
                if (_offset + 1 < _bytes.Length && _bytes[_offset + 1] != 0) return -1;
                _offset++;
            }

            _offset++;
            _bitsLeft = 8;
        }

        return _current >> --_bitsLeft & 1;
    }

    /// <summary>Skips bits; false if the scan ends first.</summary>
    public bool SkipBits(int count)
    {
        while (count-- > 0)
            if (ReadBit() < 0) return false;
        return true;
    }

    /// <summary>Skips the restart marker expected here; false if there is none.</summary>
    public bool ReadRestartMarker()
    {
        _bitsLeft = 0;
        while (_offset + 1 < _bytes.Length && _bytes[_offset] == 0xFF && _bytes[_offset + 1] == 0xFF) _offset++;
        if (_offset + 1 >= _bytes.Length || _bytes[_offset] != 0xFF || _bytes[_offset + 1] is not (>= 0xD0 and <= 0xD7)) return false;
        _offset += 2;
        return true;
    }
}
