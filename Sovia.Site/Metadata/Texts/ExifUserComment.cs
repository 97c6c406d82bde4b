using System.Text;
using System.Text.Unicode;

namespace Sovia.Metadata.Texts;

/// <summary>Decodes EXIF's UserComment, whose first eight bytes name the character set.</summary>
internal static class ExifUserComment
{
    private const byte Escape = 0x1B;

    // Some tools pad the name with spaces instead of zeros.
    public static string Decode(ReadOnlySpan<byte> value) => value.Length < 8 ? TextDecoder.Decode(value)
        : value[..8].TrimEnd(" \0"u8) switch
        {
            var charset when charset.SequenceEqual("ASCII"u8) => TextDecoder.Decode(value[8..]),
            var charset when charset.SequenceEqual("UNICODE"u8) => TextDecoder.DecodeUtf16(value[8..]),
            var charset when charset.SequenceEqual("JIS"u8) => DecodeJis(value[8..]),
            [] => TextDecoder.Decode(value[8..]),
            // Some tools write the text without a character set.
            _ => TextDecoder.Decode(value),
        };

    // JIS switches character sets with escape sequences. Without any, the bytes are Shift JIS unless they are valid UTF-8.
    private static string DecodeJis(ReadOnlySpan<byte> value) =>
        !value.Contains(Escape) && Utf8.IsValid(value) ? TextDecoder.Decode(value)
        : CodePagesEncodingProvider.Instance.GetEncoding(value.Contains(Escape) ? "iso-2022-jp" : "shift_jis")
            ?.GetString(value.TrimEnd((byte)0)) ?? TextDecoder.Decode(value);
}
