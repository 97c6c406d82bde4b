using Sovia.Query.Facets;
using Sovia.Query.Language;
using Sovia.Query.Metatags;

namespace Sovia.Pages.Facets;

/// <summary>Completions at the caret of a search, and the range of text that they replace.</summary>
/// <param name="Start">The start of the range, in UTF-16 units.</param>
/// <param name="Length">The length of the range, in UTF-16 units.</param>
/// <param name="Items">The suggestions, likeliest first.</param>
public sealed record SuggestionList(int Start, int Length, IReadOnlyList<Suggestion> Items)
{
    /// <summary>Number of words to suggest.</summary>
    public const int MaxWords = 5;

    private const int MaxItems = 8;

    // Metatags whose values are library facets with counts.
    private static readonly Dictionary<string, string> FacetsByMetatag =
        new() { ["type"] = "type", ["model"] = "model", ["mode"] = "mode", ["liked"] = "liked", ["date"] = "month" };

    /// <summary>Returns the facet with a metatag's values; null if there is none.</summary>
    public static Facet? FindFacet(IMetatag? tag) =>
        tag is not null && FacetsByMetatag.TryGetValue(tag.Name, out var parameter) ? Facet.Find(parameter) : null;

    /// <summary>Creates the suggestions for a partial input.</summary>
    /// <param name="typed">The partial input and its context.</param>
    /// <param name="counted">The values of the facet from <see cref="FindFacet"/>, if there is one.</param>
    /// <param name="words">Words of prompts that start with the input, with the number of stacks that contain each.</param>
    public static SuggestionList Create(CompletionContext typed, IEnumerable<FacetValue> counted,
        IReadOnlyList<(string Word, int Stacks)> words)
    {
        var suggestions = typed.Kind switch
        {
            CompletionContext.CompletionKind.Name => words.Select(word => new Suggestion(word.Word, Count: word.Stacks))
                .Concat(MetatagList.All.Where(tag => tag.Name.StartsWith(typed.Prefix, StringComparison.OrdinalIgnoreCase))
                    .Select(tag => new Suggestion($"{tag.Name}:", tag.Help.Split(". ")[0].TrimEnd('.')))),
            CompletionContext.CompletionKind.Value => GetValueSuggestions(typed, counted),
            _ => [],
        };
        var items = suggestions.Take(MaxItems).ToList();
        // Omits a suggestion that equals the text already typed.
        return new(typed.Start, typed.Length, items is [var item] && item.Text.Equals(typed.Prefix, StringComparison.OrdinalIgnoreCase) ? []
            : items);
    }

    private static IEnumerable<Suggestion> GetValueSuggestions(CompletionContext typed, IEnumerable<FacetValue> counted) =>
        from suggestion in counted.Select(value => new Suggestion(GetInsertText(value), GetNote(value), value.Count))
            .Concat(typed.Metatag!.Values.Select(value => new Suggestion(value)))
            .DistinctBy(suggestion => suggestion.Text, StringComparer.OrdinalIgnoreCase)
        let index = suggestion.Text.IndexOf(typed.Prefix, StringComparison.OrdinalIgnoreCase)
        where index >= 0 || suggestion.Note?.Contains(typed.Prefix, StringComparison.OrdinalIgnoreCase) == true
        orderby index != 0
        select suggestion;

    private static string GetInsertText(FacetValue value) => value.Value == "none" ? value.Value : ValueItem.QuoteIfNeeded(value.Value);

    private static string? GetNote(FacetValue value) =>
        value.Facet.GetLabel(value.Value) is var label && label.Equals(value.Value, StringComparison.OrdinalIgnoreCase) ? null : label;
}
