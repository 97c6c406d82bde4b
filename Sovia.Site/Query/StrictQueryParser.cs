using System.Collections.Immutable;
using Sovia.Query.Language;

namespace Sovia.Query;

/// <summary>
/// Parses queries strictly: a page may ignore an invalid part and show a message, but an action on all results must not run on the whole
/// library because part of its query was ignored.
/// </summary>
public static class StrictQueryParser
{
    /// <summary>Parses parameters.</summary>
    /// <returns>The query and its problems. An action on its results is only safe if there are none.</returns>
    public static (LibraryQuery Query, ImmutableArray<ParameterMessage> Problems) Parse(IEnumerable<KeyValuePair<string, string>> pairs,
        DateTimeOffset now, TimeZoneInfo? zone = null, QueryDefaults? defaults = null)
    {
        var parameters = pairs.ToList();
        var (query, messages) = LibraryQuery.Parse(parameters, now, zone, defaults);
        var unknownMessages = parameters.Where(pair => !QueryParameterNames.IsParameter(pair.Key))
            .Select(pair => new ParameterMessage(pair.Key, pair.Value,
                $"“{SyntaxCharacters.Truncate(pair.Key, 40)}” isn't a filter. To search for words, use search=words."));
        return (query, [.. unknownMessages, .. GetProblems(query, messages)]);
    }

    /// <summary>Parses a query string.</summary>
    public static (LibraryQuery Query, ImmutableArray<ParameterMessage> Problems) Parse(string queryString, DateTimeOffset now,
        TimeZoneInfo? zone = null, QueryDefaults? defaults = null) =>
        Parse(UrlQueryString.Parse(queryString.TrimStart('?')), now, zone, defaults);

    /// <summary>Returns the problems of a query: those of its parameters and those of its search.</summary>
    /// <param name="query">The query.</param>
    /// <param name="messages">The messages from parsing its parameters.</param>
    public static IEnumerable<ParameterMessage> GetProblems(LibraryQuery query, IEnumerable<ParameterMessage> messages) =>
        messages.Concat(query.Search.Messages
            .Select(searchMessage => new ParameterMessage("search", query.Search.Text, searchMessage.Text)));
}
