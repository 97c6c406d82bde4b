using System.Buffers.Binary;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Containers;

/// <summary>Reads the segments of a JPEG before its pixels: EXIF, XMP, comments and Content Credentials, in any order.</summary>
internal static class JpegSegments
{
    private static ReadOnlySpan<byte> Exif => "Exif\0\0"u8;

    private static ReadOnlySpan<byte> Xmp => "http://ns.adobe.com/xap/1.0/\0"u8;

    public static void Read(BoundedFileReader file, EmbeddedTexts found)
    {
        var jumbf = new JumbfPackets();
        for (long at = 2; file.Read(at, 4) is [0xFF, var marker, ..] head;)
        {
            // Any number of fill bytes may precede a marker.
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            // Start of the pixels, or end of the image.
            if (marker is 0xDA or 0xD9) break;
            var length = BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2));
            if (length < 2) break;
            if (marker is 0xE1 or 0xEB or 0xFE && file.Read(at + 4, length - 2) is { } segment) Keep(marker, segment, jumbf, found);
            at += 2 + length;
        }

        found.Credentials ??= jumbf.FindCredentials();
    }

    private static void Keep(byte marker, byte[] segment, JumbfPackets jumbf, EmbeddedTexts found)
    {
        var bytes = segment.AsSpan();
        if (marker == 0xFE) found.Add("jpeg", "comment", TextDecoder.Decode(bytes));
        else if (marker == 0xEB) jumbf.Add(bytes);
        else if (bytes.StartsWith(Exif)) ExifTags.Read(bytes, found);
        else if (bytes.StartsWith(Xmp)) XmpPacket.Read(TextDecoder.Decode(bytes[Xmp.Length..]), found);
    }
}
