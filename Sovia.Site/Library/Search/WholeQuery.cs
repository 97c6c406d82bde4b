using System.Collections.Immutable;
using Sovia.Library.Language;

namespace Sovia.Library.Search;

/// <summary>
/// Reads queries of which every part must be understood: what a page passes over with a message must not become the whole library where something is
/// done to all that a query finds.
/// </summary>
public static class WholeQuery
{
    /// <summary>Reads parameters.</summary>
    /// <returns>The query, and what of it is not understood; only without any may something be done to what it finds.</returns>
    public static (LibraryQuery Query, ImmutableArray<ParameterMessage> Problems) Read(IEnumerable<KeyValuePair<string, string>> pairs, DateTimeOffset now, TimeZoneInfo? zone = null, QueryDefaults? defaults = null)
    {
        var all = pairs.ToList();
        var (query, messages) = LibraryQuery.Parse(all, now, zone, defaults);
        var odd = all.Where(pair => !QueryNames.IsParameter(pair.Key))
            .Select(pair => new ParameterMessage(pair.Key, pair.Value, $"“{Signs.Cut(pair.Key, 40)}” isn't a filter. To search for words, use search=words."));
        return (query, [.. odd, .. ProblemsOf(query, messages)]);
    }

    /// <summary>Reads the text of an address behind its question mark.</summary>
    public static (LibraryQuery Query, ImmutableArray<ParameterMessage> Problems) Read(string queryString, DateTimeOffset now, TimeZoneInfo? zone = null, QueryDefaults? defaults = null) =>
        Read(QueryString.Pairs(queryString.TrimStart('?')), now, zone, defaults);

    /// <summary>What of a query is not understood: of its parameters and of its search.</summary>
    /// <param name="query">The query.</param>
    /// <param name="messages">What was said of its parameters when it was read.</param>
    public static IEnumerable<ParameterMessage> ProblemsOf(LibraryQuery query, IEnumerable<ParameterMessage> messages) =>
        messages.Concat(query.Search.Messages.Select(message => new ParameterMessage("search", query.Search.Text, message.Text)));
}
