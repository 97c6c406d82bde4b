using System.Collections.Immutable;
using Sovia.Query.Language;
using Sovia.Query.Terms;
using Sovia.Text;
using QueryString = Sovia.Query.UrlQueryString;

namespace Sovia.Prompts;

/// <summary>Which prompts are looked at, and in which order. Parses from and renders to an address.</summary>
/// <param name="Search">The search and what is wrong with it.</param>
/// <param name="Sort">The order.</param>
/// <param name="Show">Which prompts.</param>
/// <param name="Tag">A tag that ideas must have; null for any.</param>
public sealed record PromptQuery(ParsedSearch Search, PromptSort Sort, PromptFilter Show = PromptFilter.All, string? Tag = null)
{
    /// <summary>All prompts, the most used first.</summary>
    public static readonly PromptQuery Everything = new(ParsedSearch.Empty, PromptSort.Usage);

    private static readonly ImmutableArray<(PromptFilter Show, string Name)> Shows =
        [(PromptFilter.All, "all"), (PromptFilter.Used, "used"), (PromptFilter.Ideas, "ideas"), (PromptFilter.Untried, "untried")];

    /// <summary>What of an address means nothing.</summary>
    public ImmutableArray<string> Messages { get; private init; } = [];

    /// <summary>What is looked for in prompts; null for nothing.</summary>
    internal Term? Term { get; private init; }

    /// <summary>
    /// Reads parameters. A name that it does not know belongs to somebody else; what a known one says that means nothing is told.
    /// </summary>
    /// <param name="of">What an address says last of a parameter; null where it says nothing.</param>
    /// <param name="now">The time, UTC.</param>
    public static PromptQuery Parse(Func<string, string?> of, DateTimeOffset now)
    {
        var messages = ImmutableArray.CreateBuilder<string>();
        var (sort, show) = (PromptSort.Find(of("sort")),
            Shows.FirstOrDefault(one => one.Name.Equals(of("show"), StringComparison.OrdinalIgnoreCase)));
        if (of("sort") is { } odd && sort is null)
            messages.Add(
                $"“{SyntaxCharacters.Truncate(odd, 40)}” isn't a valid sort. Use {string.Join(", ", PromptSort.All.Select(one => one.Name))}.");
        if (of("show") is { } strange && show.Name is null)
            messages.Add(
                $"“{SyntaxCharacters.Truncate(strange, 40)}” isn't a valid show. Use {string.Join(", ", Shows.Select(one => one.Name))}.");
        var search = ParsedSearch.Parse(of("search"), now);
        messages.AddRange(search.Messages.Select(searchMessage => searchMessage.Text));
        var passedOver = false;
        var term = PromptTermFilter.Filter(search.Term, ref passedOver);
        if (passedOver) messages.Add("Prompt search supports words, phrases, model: and mode:. Other filters were ignored.");
        return new(search, sort ?? PromptSort.Usage, show.Show, of("tag") is { } tag ? TagText.Normalize(tag) : null)
        { Term = term, Messages = messages.ToImmutable() };
    }

    /// <summary>Whether it leaves nothing out.</summary>
    public bool IsWhole => Term is null && Show == PromptFilter.All && Tag is null;

    /// <summary>The search as the box shows it.</summary>
    public string SearchText => Search.IsValid ? Search.Canonical : Search.Text.Trim();

    /// <summary>The name of what is shown, as addresses have it.</summary>
    public string ShowName => GetShowName(Show);

    /// <summary>The address's text behind the question mark, without defaults.</summary>
    public string ToQueryString() =>
        QueryString.Format(Filters.Concat(Sort == PromptSort.Usage ? [] : [KeyValuePair.Create("sort", Sort.Name)]));

    /// <summary>What its number is kept under.</summary>
    internal string FilterKey => QueryString.Format(Filters);

    /// <summary>How addresses name what is shown.</summary>
    public static string GetShowName(PromptFilter show) => Shows.First(one => one.Show == show).Name;

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
