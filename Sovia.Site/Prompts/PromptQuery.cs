using System.Collections.Immutable;
using Sovia.Query.Language;
using Sovia.Query.Terms;
using Sovia.Text;
using QueryString = Sovia.Query.UrlQueryString;

namespace Sovia.Prompts;

/// <summary>The filters and the order of a prompt list. Parses from and renders to a URL.</summary>
/// <param name="Search">The search and its messages.</param>
/// <param name="Sort">The order.</param>
/// <param name="Show">The kind of prompts.</param>
/// <param name="Tag">A tag that ideas must have; null for any.</param>
public sealed record PromptQuery(ParsedSearch Search, PromptSort Sort, PromptFilter Show = PromptFilter.All, string? Tag = null)
{
    /// <summary>All prompts, most used first.</summary>
    public static readonly PromptQuery Everything = new(ParsedSearch.Empty, PromptSort.Usage);

    private static readonly ImmutableArray<(PromptFilter Show, string Name)> FilterNames =
        [(PromptFilter.All, "all"), (PromptFilter.Used, "used"), (PromptFilter.Ideas, "ideas"), (PromptFilter.Untried, "untried")];

    /// <summary>Messages about invalid parameters and ignored filters.</summary>
    public ImmutableArray<string> Messages { get; private init; } = [];

    /// <summary>The search term that applies to prompts; null for none.</summary>
    internal Term? Term { get; private init; }

    /// <summary>
    /// Parses URL parameters. Unknown parameters are ignored, because other code may use them. Invalid values give a message.
    /// </summary>
    /// <param name="getValue">Returns the last value of a parameter; null if absent.</param>
    /// <param name="now">The current time, UTC.</param>
    public static PromptQuery Parse(Func<string, string?> getValue, DateTimeOffset now)
    {
        var messages = ImmutableArray.CreateBuilder<string>();
        var (sort, show) = (PromptSort.Find(getValue("sort")),
            FilterNames.FirstOrDefault(entry => entry.Name.Equals(getValue("show"), StringComparison.OrdinalIgnoreCase)));
        if (getValue("sort") is { } invalidSort && sort is null)
            messages.Add(
                $"“{SyntaxCharacters.Truncate(invalidSort, 40)}” isn't a valid sort. Use {string.Join(", ", PromptSort.All.Select(option => option.Name))}.");
        if (getValue("show") is { } invalidShow && show.Name is null)
            messages.Add(
                $"“{SyntaxCharacters.Truncate(invalidShow, 40)}” isn't a valid show. Use {string.Join(", ", FilterNames.Select(entry => entry.Name))}.");
        var search = ParsedSearch.Parse(getValue("search"), now);
        messages.AddRange(search.Messages.Select(searchMessage => searchMessage.Text));
        var hasIgnoredFilters = false;
        var term = PromptTermFilter.Filter(search.Term, ref hasIgnoredFilters);
        if (hasIgnoredFilters) messages.Add("Prompt search supports words, phrases, model: and mode:. Other filters were ignored.");
        return new(search, sort ?? PromptSort.Usage, show.Show, getValue("tag") is { } tag ? TagText.Normalize(tag) : null)
        { Term = term, Messages = messages.ToImmutable() };
    }

    /// <summary>Whether the query has no filters.</summary>
    public bool IsUnfiltered => Term is null && Show == PromptFilter.All && Tag is null;

    /// <summary>The search as shown in the search box.</summary>
    public string SearchText => Search.IsValid ? Search.Canonical : Search.Text.Trim();

    /// <summary>The URL value of <see cref="Show"/>.</summary>
    public string ShowName => GetShowName(Show);

    /// <summary>Returns the URL's query string, without default values.</summary>
    public string ToQueryString() =>
        QueryString.Format(Filters.Concat(Sort == PromptSort.Usage ? [] : [KeyValuePair.Create("sort", Sort.Name)]));

    /// <summary>The cache key of the query's count.</summary>
    internal string FilterKey => QueryString.Format(Filters);

    /// <summary>Returns the URL value of a filter.</summary>
    public static string GetShowName(PromptFilter show) => FilterNames.First(entry => entry.Show == show).Name;

    private IEnumerable<KeyValuePair<string, string>> Filters
    {
        get
        {
            if (SearchText.Length > 0) yield return new("search", SearchText);
            if (Show != PromptFilter.All) yield return new("show", ShowName);
            if (Tag is not null) yield return new("tag", Tag);
        }
    }
}
