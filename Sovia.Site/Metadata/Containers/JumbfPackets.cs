using System.Buffers.Binary;

namespace Sovia.Metadata.Containers;

/// <summary>Reassembles JUMBF boxes from a JPEG, which splits them into APP11 segments of 64 KB, numbered by box and sequence.</summary>
internal sealed class JumbfPackets
{
    // "JP", the box number and the packet number. The box's own header is repeated in each packet.
    private const int HeaderLength = 8;
    private const int BoxHeaderLength = 8;

    private readonly SortedDictionary<(ushort Box, uint Sequence), byte[]> _packets = [];

    public void Add(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < HeaderLength + BoxHeaderLength || !segment.StartsWith("JP"u8)) return;
        _packets.TryAdd((BinaryPrimitives.ReadUInt16BigEndian(segment[2..]), BinaryPrimitives.ReadUInt32BigEndian(segment[4..])),
            segment[HeaderLength..].ToArray());
    }

    public ContentCredentials? FindCredentials() =>
        _packets.GroupBy(packet => packet.Key.Box).Select(box => ContentCredentials.Parse(Join(box.Select(packet => packet.Value))))
        .FirstOrDefault(credentials => credentials is not null);

    private static byte[] Join(IEnumerable<byte[]> packets) =>
        [.. packets.SelectMany((packet, i) => i == 0 ? packet : packet[BoxHeaderLength..]).Take(ContentCredentials.MaxBytes)];
}
