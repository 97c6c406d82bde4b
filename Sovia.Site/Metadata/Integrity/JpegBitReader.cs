namespace Sovia.Metadata.Integrity;

/// <summary>Reads the compressed bits of a scan, without the zeros stuffed after each 0xFF.</summary>
internal ref struct JpegBitReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at, _left;
    private byte _byte;

    /// <summary>Whether only padding remains: at most two bytes, or bytes of one value.</summary>
    public readonly bool IsAtEnd => _bytes.Length - _at <= 2 || !_bytes[_at..].ContainsAnyExcept(_bytes[_at]);

    /// <summary>Returns the next bit, or -1 at the end or at a restart marker.</summary>
    public int ReadBit()
    {
        if (_left == 0)
        {
            if (_at >= _bytes.Length) return -1;
            _byte = _bytes[_at];
            if (_byte == 0xFF)
            {
                if (_at + 1 < _bytes.Length && _bytes[_at + 1] != 0) return -1;
                _at++;
            }

            _at++;
            _left = 8;
        }

        return _byte >> --_left & 1;
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
        _left = 0;
        while (_at + 1 < _bytes.Length && _bytes[_at] == 0xFF && _bytes[_at + 1] == 0xFF) _at++;
        if (_at + 1 >= _bytes.Length || _bytes[_at] != 0xFF || _bytes[_at + 1] is not (>= 0xD0 and <= 0xD7)) return false;
        _at += 2;
        return true;
    }
}
