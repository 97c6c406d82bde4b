using System.Text;

namespace Sovia.Tests.Downloads;

/// <summary>Files made up for downloading: right at the start, anything after that.</summary>
internal static class FileBytes
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16];

    private static readonly byte[] Mp4 = [0, 0, 0, 24, .. "ftypisom"u8];

    /// <summary>A picture unlike any of another seed.</summary>
    public static byte[] Picture(int seed = 1, int length = 4_000) => Made(Jpeg, seed, length);

    /// <summary>A clip unlike any of another seed.</summary>
    public static byte[] Clip(int seed = 1, int length = 4_000) => Made(Mp4, seed, length);

    /// <summary>What a host sends where it has nothing.</summary>
    public static byte[] Page { get; } = Encoding.UTF8.GetBytes("<!doctype html><title>Just a moment</title>");

    private static byte[] Made(byte[] head, int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        head.CopyTo(bytes, 0);
        return bytes;
    }
}
