using System.Text.RegularExpressions;

namespace Sovia.Library.Urls;

/// <summary>Parses IDs with dashes, or as 32 digits without.</summary>
internal static partial class GuidParser
{
    private const int DashedLength = 36;
    private const int UndashedLength = 32;

    /// <summary>Matches every ID, but never a part of a longer number.</summary>
    [GeneratedRegex("(?<![0-9a-f])(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32})(?![0-9a-f])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex IdPattern();

    /// <summary>Returns the distinct IDs in a text, in order.</summary>
    public static IEnumerable<Guid> FindAll(string text) =>
        IdPattern().Matches(text).Select(match => Guid.Parse(match.ValueSpan)).Where(id => id != Guid.Empty).Distinct();

    /// <summary>Parses a text that is an ID and nothing else; returns null otherwise, and for the empty ID.</summary>
    public static Guid? Parse(ReadOnlySpan<char> text) =>
        text.Length == DashedLength && Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty ? id
        : text.Length == UndashedLength && Guid.TryParseExact(text, "N", out id) && id != Guid.Empty ? id : null;

    /// <summary>
    /// Parses the ID at the start of a name: <c>{id}.jpg</c>, <c>{id}_thumbnail.jpg</c>, <c>{id}-part-0</c>, and <c>{id}&amp;…</c> in the
    /// query of another URL.
    /// </summary>
    public static Guid? ParsePrefix(ReadOnlySpan<char> name) =>
        Parse(name) ?? ParseBeforeSeparator(name, DashedLength) ?? ParseBeforeSeparator(name, UndashedLength);

    private static Guid? ParseBeforeSeparator(ReadOnlySpan<char> name, int length) =>
        name.Length > length && name[length] is '.' or '-' or '_' or ' ' or '~' or '(' or '@' or '&' or ',' or ';'
            ? Parse(name[..length]) : null;
}
