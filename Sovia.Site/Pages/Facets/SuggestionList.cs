using Sovia.Query.Facets;
using Sovia.Query.Language;
using Sovia.Query.Metatags;

namespace Sovia.Pages.Facets;

/// <summary>What could stand at the caret of a search, and what of the text it takes the place of.</summary>
/// <param name="Start">Where that starts, in UTF-16 units.</param>
/// <param name="Length">How long that is.</param>
/// <param name="Items">The suggestions, the likeliest first.</param>
public sealed record SuggestionList(int Start, int Length, IReadOnlyList<Suggestion> Items)
{
    /// <summary>Number of words to suggest.</summary>
    public const int MostWords = 5;

    private const int Most = 8;

    // Metatags whose values the library's facets know, with counts.
    private static readonly Dictionary<string, string> Facets =
        new() { ["type"] = "type", ["model"] = "model", ["mode"] = "mode", ["liked"] = "liked", ["date"] = "month" };

    /// <summary>The facet that knows a metatag's values; null where none does.</summary>
    public static Facet? FindFacet(IMetatag? tag) =>
        tag is not null && Facets.TryGetValue(tag.Name, out var parameter) ? Facet.Find(parameter) : null;

    /// <summary>The suggestions for what is being typed.</summary>
    /// <param name="typed">What is being typed.</param>
    /// <param name="counted">The values of <see cref="FindFacet"/>, where there is such a facet.</param>
    /// <param name="words">Words of prompts that start with what is being typed, with the number of stacks that contain each.</param>
    public static SuggestionList Create(CompletionContext typed, IEnumerable<FacetValue> counted,
        IReadOnlyList<(string Word, int Stacks)> words)
    {
        var all = typed.Kind switch
        {
            CompletionContext.CompletionKind.Name => words.Select(word => new Suggestion(word.Word, Count: word.Stacks))
                .Concat(MetatagList.All.Where(tag => tag.Name.StartsWith(typed.Prefix, StringComparison.OrdinalIgnoreCase))
                    .Select(tag => new Suggestion($"{tag.Name}:", tag.Help.Split(". ")[0].TrimEnd('.')))),
            CompletionContext.CompletionKind.Value => Values(typed, counted),
            _ => [],
        };
        var items = all.Take(Most).ToList();
        // What stands there already needs no suggesting.
        return new(typed.Start, typed.Length, items is [var only] && only.Text.Equals(typed.Prefix, StringComparison.OrdinalIgnoreCase) ? []
            : items);
    }

    private static IEnumerable<Suggestion> Values(CompletionContext typed, IEnumerable<FacetValue> counted) =>
        from suggestion in counted.Select(value => new Suggestion(Text(value), Shown(value), value.Count))
            .Concat(typed.Metatag!.Values.Select(value => new Suggestion(value)))
            .DistinctBy(suggestion => suggestion.Text, StringComparer.OrdinalIgnoreCase)
        let at = suggestion.Text.IndexOf(typed.Prefix, StringComparison.OrdinalIgnoreCase)
        where at >= 0 || suggestion.Note?.Contains(typed.Prefix, StringComparison.OrdinalIgnoreCase) == true
        orderby at != 0
        select suggestion;

    private static string Text(FacetValue value) => value.Value == "none" ? value.Value : ValueItem.QuoteIfNeeded(value.Value);

    private static string? Shown(FacetValue value) =>
        value.Facet.GetLabel(value.Value) is var shown && shown.Equals(value.Value, StringComparison.OrdinalIgnoreCase) ? null : shown;
}
