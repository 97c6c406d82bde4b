
namespace Sovia.Import.Shapes;

/// <summary>
/// Decodes base64 in the variants of HAR recorders: without padding, in the URL-safe alphabet, with line breaks, as a data URL, or
/// truncated.
/// </summary>
internal static class LenientBase64
{
    private const string Head = ";base64,";
    private const int Blank = 64;

    /// <summary>
    /// Returns the decoded bytes, and whether the text is truncated or stops being base64; null if the text is not base64.
    /// </summary>
    public static (byte[] Bytes, bool IsCut)? Decode(string text)
    {
        var from = text.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
            && text.IndexOf(Head, StringComparison.OrdinalIgnoreCase) is > 0 and var head ? head + Head.Length : 0;
        if (text.AsSpan(from).TrimStart() is not [var first, ..] || GetValue(first) < 0) return null;
        var bytes = new byte[(text.Length - from) / 4 * 3 + 3];
        var (count, written, bits, isCut) = (0, 0, 0, false);
        for (var at = from; at < text.Length; at++)
        {
            var value = GetValue(text[at]);
            if (value == Blank) continue;
            if (value < 0)
            {
                isCut = text[at] != '=';
                break;
            }
            bits = (bits << 6) | value;
            if (++count % 4 == 0)
            {
                (bytes[written++], bytes[written++], bytes[written++]) = ((byte)(bits >> 16), (byte)(bits >> 8), (byte)bits);
                bits = 0;
            }
        }
        if (count % 4 == 3) (bytes[written++], bytes[written++]) = ((byte)(bits >> 10), (byte)(bits >> 2));
        else if (count % 4 == 2) bytes[written++] = (byte)(bits >> 4);
        return written == 0 ? null : (bytes[..written], isCut || count % 4 == 1);
    }

    private static int GetValue(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '+' or '-' => 62,
        '/' or '_' => 63,
        ' ' or '\t' or '\r' or '\n' => Blank,
        _ => -1,
    };
}
