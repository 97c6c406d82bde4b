using System.Buffers;

namespace Sovia.Import.Json;

/// <summary>
/// The bytes allowed between, before and after the JSON values of one file: white space, separators, comments, and the prefixes that a
/// script or a server adds.
/// </summary>
internal static class JsonSeparator
{
    private const int MaxPrefixLength = 256;

    private static readonly SearchValues<byte> AssignmentCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$. \t"u8);

    private static ReadOnlySpan<byte> XssiPrefix => ")]}'"u8;

    /// <summary>Returns the number of bytes to skip before the next value, or null if more bytes are needed.</summary>
    public static int? MeasureLength(ReadOnlySpan<byte> bytes, bool isFinal)
    {
        var length = 0;
        while (true)
        {
            length += MeasureBlanks(bytes[length..]);
            var remaining = bytes[length..];
            if (remaining.IsEmpty) return length;
            if (remaining[0] is (byte)'{' or (byte)'[' or (byte)'"') return length;
            if (remaining.Length < MaxPrefixLength && !isFinal) return null;
            var prefixLength = MeasurePrefix(remaining[..Math.Min(remaining.Length, MaxPrefixLength)]);
            if (prefixLength == 0) return length;
            length += prefixLength;
        }
    }

    /// <summary>Returns the number of bytes of white space and separators at the start.</summary>
    private static int MeasureBlanks(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (length < bytes.Length)
        {
            // 0x1E separates the records of a JSON text sequence; a byte order mark occurs between concatenated files.
            if (bytes[length] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',' or (byte)';' or 0x1E) length++;
            else if (bytes[length..].StartsWith(new byte[] { 0xEF, 0xBB, 0xBF })) length += 3;
            else break;
        }
        return length;
    }

    // )]}' prevents a page from running the JSON as a script; "window.YTD.x.part0 =" and "const x =" turn it into a script.
    private static int MeasurePrefix(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(XssiPrefix)) return XssiPrefix.Length;
        // A comment, or the fence of a block of code in a note.
        if (bytes.StartsWith("//"u8) || bytes.StartsWith("```"u8)) return bytes.IndexOf((byte)'\n') + 1;
        if (bytes.StartsWith("/*"u8)) return bytes.IndexOf("*/"u8) is > 0 and var end ? end + 2 : 0;
        var equals = bytes.IndexOf((byte)'=');
        if (equals <= 0 || bytes[..equals].ContainsAnyExcept(AssignmentCharacters)) return 0;
        return bytes[0] is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or (byte)'_' or (byte)'$' ? equals + 1 : 0;
    }
}
