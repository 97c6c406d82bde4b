using System.Buffers.Binary;
using System.Text;

namespace Sovia.Metadata.Containers;

/// <summary>One box of an ISO base media file: MP4, MOV, AVIF, HEIC.</summary>
/// <param name="Type">The four-letter type.</param>
/// <param name="Start">Offset of the content.</param>
/// <param name="End">Offset of the end.</param>
internal readonly record struct IsoBox(string Type, long Start, long End)
{
    public long Length => End - Start;

    /// <summary>Enumerates the complete boxes between two offsets.</summary>
    public static IEnumerable<IsoBox> ReadBoxes(BoundedFileReader file, long at, long end)
    {
        while (at + 8 <= end && file.Read(at, 8) is { } header)
        {
            long size = BinaryPrimitives.ReadUInt32BigEndian(header);
            var contentStart = at + 8;
            if (size == 1)
            {
                if (file.Read(at + 8, 8) is not { } extendedSize) yield break;
                size = BinaryPrimitives.ReadInt64BigEndian(extendedSize);
                contentStart += 8;
            }
            else if (size == 0) size = end - at;

            // Compared this way, no declared size can overflow.
            if (size < contentStart - at || size > end - at) yield break;
            yield return new(Encoding.Latin1.GetString(header, 4, 4), contentStart, at + size);
            at += size;
        }
    }

    public static IEnumerable<IsoBox> ReadBoxes(BoundedFileReader file, IsoBox isoBox, int skip = 0) =>
        ReadBoxes(file, isoBox.Start + skip, isoBox.End);

    public byte[]? ReadContent(BoundedFileReader file, long most = long.MaxValue) => file.ReadUpTo(Start, Length, most);
}
