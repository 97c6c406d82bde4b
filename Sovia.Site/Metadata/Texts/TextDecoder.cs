using System.Text;
using System.Text.Unicode;

namespace Sovia.Metadata.Texts;

/// <summary>Decodes text bytes. Ignores the declared encoding, which is often wrong because generators write UTF-8 anywhere.</summary>
internal static class TextDecoder
{
    /// <summary>Decodes UTF-8 if valid, otherwise Latin-1, which accepts any bytes.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\u00EF\u00BB\u00BF"u8)) bytes = bytes[3..];
        return (Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes.TrimEnd((byte)0));
    }

    /// <summary>
    /// Decodes UTF-16 of unknown byte order, as in EXIF's <c>UNICODE</c>, by choosing the more plausible order. Some
    /// tools write UTF-8 there.
    /// </summary>
    public static string DecodeUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (IsUtf8(bytes.TrimEnd((byte)0))) return Decode(bytes);
        var bigEndian = Encoding.BigEndianUnicode.GetString(bytes);
        var littleEndian = Encoding.Unicode.GetString(bytes);
        return ScorePlausibility(littleEndian) > ScorePlausibility(bigEndian) ? littleEndian : bigEndian;
    }

    // UTF-16 bytes contain zeros or other control bytes, are not valid UTF-8, or have few letters if read as UTF-8.
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        var letters = 0;
        foreach (var unit in bytes)
            if (unit >= 0x80 || unit == ' ' || char.IsAsciiLetter((char)unit)) letters++;
            else if (unit is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r') or 0x7F) return false;
        return letters * 5 > bytes.Length * 3 && bytes.Contains((byte)' ') && Utf8.IsValid(bytes);
    }

    // The wrong byte order yields characters from all over Unicode. Common characters decide, because every language here uses spaces,
    // commas or Latin letters.
    private static int ScorePlausibility(string text) => text.Sum(letter => letter switch
    {
        >= ' ' and <= '~' or '\n' or '\r' or '\t' => 8,
        < '\u0250' or (>= '\u3000' and <= '\u30FF') => 2,
        (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') => 1,
        '\uFFFD' or (>= '\uE000' and <= '\uF8FF') => -8,
        _ => 0,
    });
}
