using System.Globalization;
using System.Text;

namespace Sovia.Metadata.Decoding;

/// <summary>Reads a sequence of PPM images as ffmpeg writes them: "P6", width, height, 255, then three bytes per pixel.</summary>
internal static class PpmReader
{
    /// <summary>Returns the complete images.</summary>
    public static IReadOnlyList<PixelBuffer> Read(ReadOnlySpan<byte> bytes)
    {
        List<PixelBuffer> frames = [];
        while (Word(ref bytes) == "P6" && ReadInt(ref bytes) is { } width && ReadInt(ref bytes) is { } height && ReadInt(ref bytes) == 255)
        {
            var length = (long)width * height * 3;
            if (length > bytes.Length) break;
            frames.Add(new(width, height, 3, bytes[..(int)length].ToArray()));
            bytes = bytes[(int)length..];
        }

        return frames;
    }

    private static int? ReadInt(ref ReadOnlySpan<byte> bytes) =>
        int.TryParse(Word(ref bytes), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static string Word(ref ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAny((byte)' ', (byte)'\n');
        if (end is < 0 or > 10) return "";
        var word = Encoding.ASCII.GetString(bytes[..end]);
        bytes = bytes[(end + 1)..];
        return word;
    }
}
