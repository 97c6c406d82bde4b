using System.Buffers;

namespace Sovia.Import.Json;

/// <summary>
/// The bytes allowed between, before and after the JSON values of one file: white space, separators, comments, and the prefixes that a
/// script or a server adds.
/// </summary>
internal static class JsonSeparator
{
    private const int LongestPrefix = 256;

    private static readonly SearchValues<byte> Assignment =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$. \t"u8);

    private static ReadOnlySpan<byte> Guard => ")]}'"u8;

    /// <summary>Returns the number of bytes to skip before the next value, or null if more bytes are needed.</summary>
    public static int? MeasureLength(ReadOnlySpan<byte> bytes, bool isFinal)
    {
        var at = 0;
        while (true)
        {
            at += Blank(bytes[at..]);
            var rest = bytes[at..];
            if (rest.IsEmpty) return at;
            if (rest[0] is (byte)'{' or (byte)'[' or (byte)'"') return at;
            if (rest.Length < LongestPrefix && !isFinal) return null;
            var prefix = GetPrefix(rest[..Math.Min(rest.Length, LongestPrefix)]);
            if (prefix == 0) return at;
            at += prefix;
        }
    }

    /// <summary>Returns the number of bytes of white space and separators at the start.</summary>
    private static int Blank(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            // 0x1E separates the records of a JSON text sequence; a byte order mark occurs between concatenated files.
            if (bytes[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',' or (byte)';' or 0x1E) at++;
            else if (bytes[at..].StartsWith(new byte[] { 0xEF, 0xBB, 0xBF })) at += 3;
            else break;
        }
        return at;
    }

    // )]}' prevents a page from running the JSON as a script; "window.YTD.x.part0 =" and "const x =" turn it into a script.
    private static int GetPrefix(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Guard)) return Guard.Length;
        // A comment, or the fence of a block of code in a note.
        if (bytes.StartsWith("//"u8) || bytes.StartsWith("```"u8)) return bytes.IndexOf((byte)'\n') + 1;
        if (bytes.StartsWith("/*"u8)) return bytes.IndexOf("*/"u8) is > 0 and var end ? end + 2 : 0;
        var equals = bytes.IndexOf((byte)'=');
        if (equals <= 0 || bytes[..equals].ContainsAnyExcept(Assignment)) return 0;
        return bytes[0] is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or (byte)'_' or (byte)'$' ? equals + 1 : 0;
    }
}
