
namespace Sovia.Import.Shapes;

/// <summary>
/// Decodes base64 in the variants of HAR recorders: without padding, in the URL-safe alphabet, with line breaks, as a data URL, or
/// truncated.
/// </summary>
internal static class LenientBase64
{
    private const string DataUrlMarker = ";base64,";
    private const int Whitespace = 64;

    /// <summary>
    /// Returns the decoded bytes, and whether the text is truncated or stops being base64; null if the text is not base64.
    /// </summary>
    public static (byte[] Bytes, bool IsCut)? Decode(string text)
    {
        var start = text.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
            && text.IndexOf(DataUrlMarker, StringComparison.OrdinalIgnoreCase) is > 0 and var marker ? marker + DataUrlMarker.Length : 0;
        if (text.AsSpan(start).TrimStart() is not [var firstChar, ..] || GetValue(firstChar) < 0) return null;
        var bytes = new byte[(text.Length - start) / 4 * 3 + 3];
        var (charCount, byteCount, bits, isTruncated) = (0, 0, 0, false);
        for (var i = start; i < text.Length; i++)
        {
            var value = GetValue(text[i]);
            if (value == Whitespace) continue;
            if (value < 0)
            {
                isTruncated = text[i] != '=';
                break;
            }
            bits = (bits << 6) | value;
            if (++charCount % 4 == 0)
            {
                (bytes[byteCount++], bytes[byteCount++], bytes[byteCount++]) = ((byte)(bits >> 16), (byte)(bits >> 8), (byte)bits);
                bits = 0;
            }
        }
        if (charCount % 4 == 3) (bytes[byteCount++], bytes[byteCount++]) = ((byte)(bits >> 10), (byte)(bits >> 2));
        else if (charCount % 4 == 2) bytes[byteCount++] = (byte)(bits >> 4);
        return byteCount == 0 ? null : (bytes[..byteCount], isTruncated || charCount % 4 == 1);
    }

    private static int GetValue(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '+' or '-' => 62,
        '/' or '_' => 63,
        ' ' or '\t' or '\r' or '\n' => Whitespace,
        _ => -1,
    };
}
