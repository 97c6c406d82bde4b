using System.Buffers.Binary;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Containers;

/// <summary>Reads the few EXIF tags that hold text about how an image was made. Never enters maker notes and thumbnails.</summary>
internal readonly ref struct ExifTags
{
    private const int MaxEntries = 1_000;

    private readonly ReadOnlySpan<byte> _tiff;
    private readonly bool _littleEndian;

    private ExifTags(ReadOnlySpan<byte> tiff)
    {
        _tiff = tiff;
        _littleEndian = tiff[0] == 'I';
    }

    /// <param name="exif">A TIFF structure, with or without a leading <c>Exif\0\0</c>.</param>
    /// <param name="texts">Receives the texts.</param>
    public static void Read(ReadOnlySpan<byte> exif, EmbeddedTexts texts)
    {
        if (exif.StartsWith("Exif\0\0"u8)) exif = exif[6..];
        if (exif.Length < 8 || !(exif.StartsWith("II*\0"u8) || exif.StartsWith("MM\0*"u8))) return;
        var tags = new ExifTags(exif);
        tags.ReadDirectory(tags.ReadUInt32(4), texts, isNested: false);
    }

    private void ReadDirectory(uint offset, EmbeddedTexts texts, bool isNested)
    {
        var count = Math.Min(ReadUInt16(offset), (ushort)MaxEntries);
        for (var i = 0L; i < count; i++)
        {
            var entry = offset + 2 + i * 12;
            if (entry + 12 > _tiff.Length) return;
            var tag = ReadUInt16(entry);
            // Only one nested directory is entered, so a directory that refers to itself ends here.
            if (tag == 0x8769 && !isNested) ReadDirectory(ReadUInt32(entry + 8), texts, isNested: true);
            else if (GetTagName(tag) is { } name) texts.Add("exif", name, DecodeText(tag, ReadValue(entry)));
        }
    }

    private static string? GetTagName(ushort tag) => tag switch
    {
        0x010E => "ImageDescription",
        0x010F => "Make",
        0x0110 => "Model",
        0x0131 => "Software",
        0x013B => "Artist",
        0x927C => "MakerNote",
        0x9286 => "UserComment",
        0x9C9B => "XPTitle",
        0x9C9C => "XPComment",
        _ => null,
    };

    private static string? DecodeText(ushort tag, ReadOnlySpan<byte> value) => tag switch
    {
        0x9286 => ExifUserComment.Decode(value),
        0x9C9B or 0x9C9C => System.Text.Encoding.Unicode.GetString(value),
        // Fooocus stores the name of its scheme here; a camera's own maker note is long and binary.
        0x927C when value.Length > 64 => null,
        _ => TextDecoder.Decode(value),
    };

    // Only single-byte types (byte, ASCII, undefined and TIFF's newer UTF-8) hold text.
    private ReadOnlySpan<byte> ReadValue(long entry)
    {
        var length = ReadUInt32(entry + 4);
        var offset = length <= 4 ? entry + 8 : ReadUInt32(entry + 8);
        return ReadUInt16(entry + 2) is 1 or 2 or 7 or 129 && offset + length <= _tiff.Length ? _tiff.Slice((int)offset, (int)length) : [];
    }

    private ushort ReadUInt16(long offset) => offset + 2 > _tiff.Length ? (ushort)0
        : _littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(_tiff[(int)offset..])
        : BinaryPrimitives.ReadUInt16BigEndian(_tiff[(int)offset..]);

    private uint ReadUInt32(long offset) => offset + 4 > _tiff.Length ? 0
        : _littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(_tiff[(int)offset..])
        : BinaryPrimitives.ReadUInt32BigEndian(_tiff[(int)offset..]);
}
