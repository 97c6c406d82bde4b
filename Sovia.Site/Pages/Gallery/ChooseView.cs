using Sovia.Library.Search;

namespace Sovia.Pages.Gallery;

/// <summary>A control that chooses of one facet.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Written">What is chosen, as the address has it; empty for everything.</param>
/// <param name="Shown">The same in words.</param>
/// <param name="Options">What can be chosen, with words for it; none where only the library knows, and then it is typed.</param>
public sealed record ChooseView(Facet Facet, string Written, string Shown, IReadOnlyList<(string Value, string Label)> Options)
{
    /// <summary>The control of a facet for a query, with the words that the facet has for its values everywhere.</summary>
    public static ChooseView Of(LibraryQuery query, string parameter)
    {
        var facet = Facet.Named(parameter)!;
        var choice = query.ChoiceOf(facet);
        var shown = choice.Included.Select(facet.Shown).Concat(choice.Excluded.Select(value => $"not {facet.Shown(value)}"));
        return new(facet, choice.Written, string.Join(", ", shown), [.. facet.Values.Select(value => (value, facet.Shown(value)))]);
    }

    /// <summary>Whether what is chosen is none of the options, as several at once are.</summary>
    public bool IsOther => Written.Length > 0 && Options.All(option => option.Value != Written);
}
