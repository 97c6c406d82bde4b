using System.Text;
using System.Text.Unicode;

namespace Sovia.Metadata.Texts;

/// <summary>Bytes that are said to be text. What they are said to be is often wrong: generators write UTF-8 wherever text fits.</summary>
internal static class TextDecoder
{
    /// <summary>As UTF-8 where it is that, else as Latin-1, which anything is.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\u00EF\u00BB\u00BF"u8)) bytes = bytes[3..];
        return (Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes.TrimEnd((byte)0));
    }

    /// <summary>UTF-16 of unknown byte order, as EXIF's <c>UNICODE</c> leaves it: the order that reads more like text.</summary>
    public static string DecodeUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        var big = Encoding.BigEndianUnicode.GetString(bytes);
        var little = Encoding.Unicode.GetString(bytes);
        return Plausibility(little) > Plausibility(big) ? little : big;
    }

    // Letters of the wrong order land all over the plane, so the everyday ones tell: every language here uses spaces, commas or Latin.
    private static int Plausibility(string text) => text.Sum(letter => letter switch
    {
        >= ' ' and <= '~' or '\n' or '\r' or '\t' => 8,
        < '\u0250' or (>= '\u3000' and <= '\u30FF') => 2,
        (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') => 1,
        '\uFFFD' or (>= '\uE000' and <= '\uF8FF') => -8,
        _ => 0,
    });
}
