using System.Collections.Immutable;
using Sovia.Library.Language;

namespace Sovia.Library.Search.Facets;

/// <summary>A facet of a few values.</summary>
/// <param name="parameter">The parameter's name.</param>
/// <param name="title">The facet's name for people.</param>
/// <param name="column">As <see cref="Facet.Column"/>.</param>
/// <param name="numbers">As <see cref="Facet.Numbers"/>.</param>
/// <param name="choices">Each value, its name for people, what it means, and of which numbers of the column it holds.</param>
internal abstract class ChoiceFacet(string parameter, string title, string? column, int numbers, params (string Value, string Shown, Term Term, Func<int, bool> Holds)[] choices) : Facet
{
    public override string Parameter => parameter;

    public override string Title => title;

    public override int Numbers => numbers;

    public override string Expected => $"Use {string.Join(", ", Values)}";

    public override ImmutableArray<string> Values => [.. choices.Select(choice => choice.Value)];

    public override string? Column => column;

    public override IEnumerable<(string Value, int Count)> CountsOf(IReadOnlyList<FacetKey> keys) =>
        choices.Select(choice => (choice.Value, keys.Where(key => choice.Holds(key.Number)).Sum(key => key.Count)));

    public override Term TermOf(string value) => Of(value).Term;

    public override string Shown(string value) => Of(value).Shown;

    public override string? Read(ValueItem item)
    {
        if (item.Text.Equals("all", StringComparison.OrdinalIgnoreCase)) return "";
        return Values.FirstOrDefault(value => value.Equals(item.Text, StringComparison.OrdinalIgnoreCase));
    }

    private (string Value, string Shown, Term Term, Func<int, bool> Holds) Of(string value) => choices.First(choice => choice.Value == value);
}
