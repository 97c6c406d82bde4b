using System.Collections.Immutable;
using Sovia.Query.Language;

namespace Sovia.Query;

/// <summary>
/// Reads queries of which every part must be understood: what a page passes over with a message must not become the whole library where
/// something is done to all that a query finds.
/// </summary>
public static class StrictQueryParser
{
    /// <summary>Reads parameters.</summary>
    /// <returns>The query, and what of it is not understood; only without any may something be done to what it finds.</returns>
    public static (LibraryQuery Query, ImmutableArray<ParameterMessage> Problems) Parse(IEnumerable<KeyValuePair<string, string>> pairs,
        DateTimeOffset now, TimeZoneInfo? zone = null, QueryDefaults? defaults = null)
    {
        var all = pairs.ToList();
        var (query, messages) = LibraryQuery.Parse(all, now, zone, defaults);
        var odd = all.Where(pair => !QueryParameterNames.IsParameter(pair.Key))
            .Select(pair => new ParameterMessage(pair.Key, pair.Value,
                $"“{SyntaxCharacters.Truncate(pair.Key, 40)}” isn't a filter. To search for words, use search=words."));
        return (query, [.. odd, .. GetProblems(query, messages)]);
    }

    /// <summary>Reads the text of an address behind its question mark.</summary>
    public static (LibraryQuery Query, ImmutableArray<ParameterMessage> Problems) Parse(string queryString, DateTimeOffset now,
        TimeZoneInfo? zone = null, QueryDefaults? defaults = null) =>
        Parse(UrlQueryString.Parse(queryString.TrimStart('?')), now, zone, defaults);

    /// <summary>What of a query is not understood: of its parameters and of its search.</summary>
    /// <param name="query">The query.</param>
    /// <param name="messages">What was said of its parameters when it was read.</param>
    public static IEnumerable<ParameterMessage> GetProblems(LibraryQuery query, IEnumerable<ParameterMessage> messages) =>
        messages.Concat(query.Search.Messages
            .Select(searchMessage => new ParameterMessage("search", query.Search.Text, searchMessage.Text)));
}
