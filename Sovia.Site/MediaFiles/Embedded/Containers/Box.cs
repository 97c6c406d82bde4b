using System.Buffers.Binary;
using System.Text;

namespace Sovia.MediaFiles.Embedded.Containers;

/// <summary>One box of an ISO base media file: MP4, MOV, AVIF, HEIC.</summary>
/// <param name="Type">Its four letters.</param>
/// <param name="At">Where its content begins.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Box(string Type, long At, long End)
{
    public long Length => End - At;

    /// <summary>The boxes between two places, as far as they are whole.</summary>
    public static IEnumerable<Box> In(BoundedFile file, long at, long end)
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

    public static IEnumerable<Box> In(BoundedFile file, Box box, int skip = 0) => In(file, box.At + skip, box.End);

    public byte[]? Content(BoundedFile file, long most = long.MaxValue) => file.ReadUpTo(At, Length, most);
}
