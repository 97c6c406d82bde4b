using System.Buffers.Binary;
using System.Text;

namespace Sovia.Metadata.Containers;

/// <summary>One box of an ISO base media file: MP4, MOV, AVIF, HEIC.</summary>
/// <param name="Type">Its four letters.</param>
/// <param name="Start">Where its content begins.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct IsoBox(string Type, long Start, long End)
{
    public long Length => End - Start;

    /// <summary>The boxes between two places, as far as they are whole.</summary>
    public static IEnumerable<IsoBox> ReadBoxes(BoundedFileReader file, long at, long end)
    {
        while (at + 8 <= end && file.Read(at, 8) is { } head)
        {
            long size = BinaryPrimitives.ReadUInt32BigEndian(head);
            var content = at + 8;
            if (size == 1)
            {
                if (file.Read(at + 8, 8) is not { } large) yield break;
                size = BinaryPrimitives.ReadInt64BigEndian(large);
                content += 8;
            }
            else if (size == 0) size = end - at;

            // Written so that no stated size can overflow.
            if (size < content - at || size > end - at) yield break;
            yield return new(Encoding.Latin1.GetString(head, 4, 4), content, at + size);
            at += size;
        }
    }

    public static IEnumerable<IsoBox> ReadBoxes(BoundedFileReader file, IsoBox isoBox, int skip = 0) =>
        ReadBoxes(file, isoBox.Start + skip, isoBox.End);

    public byte[]? ReadContent(BoundedFileReader file, long most = long.MaxValue) => file.ReadUpTo(Start, Length, most);
}
