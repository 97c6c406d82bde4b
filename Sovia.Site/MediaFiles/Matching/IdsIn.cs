using System.Text.RegularExpressions;

namespace Sovia.MediaFiles.Matching;

/// <summary>Finds post ids in names, with and without dashes.</summary>
internal static partial class IdsIn
{
    /// <summary>The ids, in their order.</summary>
    public static IEnumerable<Guid> Text(string text) => Ids().Matches(text).Select(match => Guid.Parse(match.ValueSpan));

    // Not a stretch of a longer hash.
    [GeneratedRegex("(?<![0-9a-f])(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32})(?![0-9a-f])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ids();
}
