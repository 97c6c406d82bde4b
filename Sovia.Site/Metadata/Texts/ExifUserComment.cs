using System.Text;

namespace Sovia.Metadata.Texts;

/// <summary>Decodes EXIF's UserComment, whose first eight bytes name the character set.</summary>
internal static class ExifUserComment
{
    public static string Decode(ReadOnlySpan<byte> value) => value.Length < 8 ? TextDecoder.Decode(value) : value[..8] switch
    {
        var set when set.SequenceEqual("ASCII\0\0\0"u8) => TextDecoder.Decode(value[8..]),
        var set when set.SequenceEqual("UNICODE\0"u8) => TextDecoder.DecodeUtf16(value[8..]),
        var set when set.SequenceEqual("JIS\0\0\0\0\0"u8) => Jis(value[8..]),
        var set when !set.ContainsAnyExcept((byte)0) => TextDecoder.Decode(value[8..]),
        // Some tools write the text without a character set.
        _ => TextDecoder.Decode(value),
    };

    private static string Jis(ReadOnlySpan<byte> value) =>
        CodePagesEncodingProvider.Instance.GetEncoding("iso-2022-jp")?.GetString(value) ?? TextDecoder.Decode(value);
}
