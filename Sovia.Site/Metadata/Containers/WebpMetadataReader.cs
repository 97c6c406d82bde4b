using System.Buffers.Binary;
using System.Text;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Containers;

/// <summary>Reads the chunks of a WebP. Ignores the file's declared length, because tools append chunks without updating it.</summary>
internal static class WebpMetadataReader
{
    public static void Read(BoundedFileReader file, EmbeddedTexts texts)
    {
        for (long offset = 12; file.Read(offset, 8) is { } header;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4));
            switch (Encoding.Latin1.GetString(header, 0, 4))
            {
                case "EXIF" when file.Read(offset + 8, length) is { } exif: ExifTags.Read(exif, texts); break;
                case "XMP " when file.Read(offset + 8, length) is { } xmp: XmpPacket.Read(TextDecoder.Decode(xmp), texts); break;
                case "C2PA" when file.ReadUpTo(offset + 8, length,
                    ContentCredentials.MaxBytes) is { } store:
                    texts.Credentials ??= ContentCredentials.Parse(store); break;
            }

            offset += 8L + length + (length & 1);
        }
    }
}
