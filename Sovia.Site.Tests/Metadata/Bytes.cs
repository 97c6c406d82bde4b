using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Sovia.Tests.Metadata;

/// <summary>Small pieces that files are put together from.</summary>
internal static class Bytes
{
    public static byte[] Concat(params ReadOnlySpan<byte[]> parts)
    {
        var all = new MemoryStream();
        foreach (var part in parts) all.Write(part);
        return all.ToArray();
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Big(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    public static byte[] Big16(int number) => [(byte)(number >> 8), (byte)number];

    public static byte[] Little(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        return bytes;
    }

    public static byte[] Zlib(byte[] plain) => Packed(plain, into => new ZLibStream(into, CompressionLevel.Fastest));

    public static byte[] Gzip(byte[] plain) => Packed(plain, into => new GZipStream(into, CompressionLevel.Fastest));

    private static byte[] Packed(byte[] plain, Func<Stream, Stream> open)
    {
        var packed = new MemoryStream();
        using (var stream = open(packed)) stream.Write(plain);
        return packed.ToArray();
    }
}
