using System.Globalization;
using System.Text;

namespace Sovia.Query;

/// <summary>
/// Formats and parses query strings. A space becomes <c>%20</c>, and characters that a URL may contain stay readable.
/// </summary>
public static class UrlQueryString
{
    private const string UnescapedCharacters = "-._~:,*()/@!";

    /// <summary>Formats parameters, without a question mark.</summary>
    public static string Format(IEnumerable<KeyValuePair<string, string>> pairs) =>
        string.Join('&', pairs.Select(pair => $"{Encode(pair.Key)}={Encode(pair.Value)}"));

    /// <summary>Parses a query string, with or without its question mark. A plus is a space, as forms encode it.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Parse(string text) =>
        from part in text.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        let index = part.IndexOf('=', StringComparison.Ordinal)
        select index < 0 ? new KeyValuePair<string, string>(Decode(part), "") : new(Decode(part[..index]), Decode(part[(index + 1)..]));

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string Encode(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in Encoding.UTF8.GetBytes(text).Select(code => (char)code))
            if (char.IsAsciiLetterOrDigit(c) || UnescapedCharacters.Contains(c, StringComparison.Ordinal)) builder.Append(c);
            else builder.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
        return builder.ToString();
    }
}
