using System.Buffers.Binary;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Containers;

/// <summary>Reads the segments of a JPEG before its pixels: EXIF, XMP, comments and Content Credentials, in any order.</summary>
internal static class JpegMetadataReader
{
    private static ReadOnlySpan<byte> ExifPrefix => "Exif\0\0"u8;

    private static ReadOnlySpan<byte> XmpPrefix => "http://ns.adobe.com/xap/1.0/\0"u8;

    public static void Read(BoundedFileReader file, EmbeddedTexts texts)
    {
        var jumbf = new JumbfPackets();
        for (long offset = 2; file.Read(offset, 4) is [0xFF, var marker, ..] header;)
        {
            // Any number of fill bytes may precede a marker.
            if (marker == 0xFF)
            {
                offset++;
                continue;
            }

            // Start of the pixels, or end of the image.
            if (marker is 0xDA or 0xD9) break;
            var length = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2));
            if (length < 2) break;
            if (marker is 0xE1 or 0xEB or 0xFE && file.Read(offset + 4, length - 2) is { } segment) Parse(marker, segment, jumbf, texts);
            offset += 2 + length;
        }

        texts.Credentials ??= jumbf.FindCredentials();
    }

    private static void Parse(byte marker, byte[] segment, JumbfPackets jumbf, EmbeddedTexts texts)
    {
        var bytes = segment.AsSpan();
        if (marker == 0xFE) texts.Add("jpeg", "comment", TextDecoder.Decode(bytes));
        else if (marker == 0xEB) jumbf.Add(bytes);
        else if (bytes.StartsWith(ExifPrefix)) ExifTags.Read(bytes, texts);
        else if (bytes.StartsWith(XmpPrefix)) XmpPacket.Read(TextDecoder.Decode(bytes[XmpPrefix.Length..]), texts);
    }
}
