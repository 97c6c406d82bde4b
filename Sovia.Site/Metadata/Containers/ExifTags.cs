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
    /// <param name="found">Receives the texts.</param>
    public static void Read(ReadOnlySpan<byte> exif, EmbeddedTexts found)
    {
        if (exif.StartsWith("Exif\0\0"u8)) exif = exif[6..];
        if (exif.Length < 8 || !(exif.StartsWith("II*\0"u8) || exif.StartsWith("MM\0*"u8))) return;
        var tags = new ExifTags(exif);
        tags.Directory(tags.Whole(4), found, inner: false);
    }

    private void Directory(uint at, EmbeddedTexts found, bool inner)
    {
        var count = Math.Min(Short(at), (ushort)MaxEntries);
        for (var i = 0L; i < count; i++)
        {
            var entry = at + 2 + i * 12;
            if (entry + 12 > _tiff.Length) return;
            var tag = Short(entry);
            // Only one nested directory is entered, so a directory that refers to itself ends here.
            if (tag == 0x8769 && !inner) Directory(Whole(entry + 8), found, inner: true);
            else if (Name(tag) is { } name) found.Add("exif", name, Text(tag, Value(entry)));
        }
    }

    private static string? Name(ushort tag) => tag switch
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

    private static string? Text(ushort tag, ReadOnlySpan<byte> value) => tag switch
    {
        0x9286 => ExifUserComment.Decode(value),
        0x9C9B or 0x9C9C => System.Text.Encoding.Unicode.GetString(value),
        // Fooocus stores the name of its scheme here; a camera's own maker note is long and binary.
        0x927C when value.Length > 64 => null,
        _ => TextDecoder.Decode(value),
    };

    // Only single-byte types (byte, ASCII, undefined and TIFF's newer UTF-8) hold text.
    private ReadOnlySpan<byte> Value(long entry)
    {
        var length = Whole(entry + 4);
        var at = length <= 4 ? entry + 8 : Whole(entry + 8);
        return Short(entry + 2) is 1 or 2 or 7 or 129 && at + length <= _tiff.Length ? _tiff.Slice((int)at, (int)length) : [];
    }

    private ushort Short(long at) => at + 2 > _tiff.Length ? (ushort)0
        : _littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(_tiff[(int)at..])
        : BinaryPrimitives.ReadUInt16BigEndian(_tiff[(int)at..]);

    private uint Whole(long at) => at + 4 > _tiff.Length ? 0
        : _littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(_tiff[(int)at..])
        : BinaryPrimitives.ReadUInt32BigEndian(_tiff[(int)at..]);
}
