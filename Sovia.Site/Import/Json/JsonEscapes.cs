using System.Globalization;
using System.Text;

namespace Sovia.Import.Json;

/// <summary>Decodes JSON string escapes without checking that the result is well-formed UTF-16.</summary>
internal static class JsonEscapes
{
    /// <param name="text">The text between the quotes of a valid JSON string.</param>
    public static string Decode(ReadOnlySpan<char> text)
    {
        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\') decoded.Append(text[i]);
            else if (text[++i] == 'u')
            {
                decoded.Append((char)ushort.Parse(text.Slice(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else decoded.Append(text[i] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
        }
        return decoded.ToString();
    }
}
