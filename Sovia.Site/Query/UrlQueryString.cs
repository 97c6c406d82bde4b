using System.Globalization;
using System.Text;

namespace Sovia.Query;

/// <summary>
/// Formats and parses query strings. A space becomes <c>%20</c>, and characters that a URL may contain stay readable.
/// </summary>
public static class UrlQueryString
{
    private const string Kept = "-._~:,*()/@!";

    /// <summary>Formats parameters, without a question mark.</summary>
    public static string Format(IEnumerable<KeyValuePair<string, string>> pairs) =>
        string.Join('&', pairs.Select(pair => $"{Encoded(pair.Key)}={Encoded(pair.Value)}"));

    /// <summary>Parses a query string, with or without its question mark. A plus is a space, as forms encode it.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Parse(string text) =>
        from part in text.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        let sign = part.IndexOf('=', StringComparison.Ordinal)
        select sign < 0 ? new KeyValuePair<string, string>(Decoded(part), "") : new(Decoded(part[..sign]), Decoded(part[(sign + 1)..]));

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string Encoded(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var c in Encoding.UTF8.GetBytes(text).Select(code => (char)code))
            if (char.IsAsciiLetterOrDigit(c) || Kept.Contains(c, StringComparison.Ordinal)) encoded.Append(c);
            else encoded.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
        return encoded.ToString();
    }
}
