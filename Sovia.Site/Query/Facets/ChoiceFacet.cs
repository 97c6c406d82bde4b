using System.Collections.Immutable;
using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Query.Facets;

/// <summary>A facet with a fixed set of values.</summary>
/// <param name="parameter">The parameter's name.</param>
/// <param name="title">The facet's display name.</param>
/// <param name="column">As <see cref="Facet.ColumnSql"/>.</param>
/// <param name="numbers">As <see cref="Facet.NumberCount"/>.</param>
/// <param name="choices">Each value with its display name, its term, and the column numbers it covers.</param>
internal abstract class ChoiceFacet(string parameter, string title, string? column, int numbers,
    params (string Value, string Shown, Term Term, Func<int, bool> Holds)[] choices) : Facet
{
    public override string Parameter => parameter;

    public override string Title => title;

    public override int NumberCount => numbers;

    public override string ValueDescription => $"Use {string.Join(", ", Values)}";

    public override ImmutableArray<string> Values => [.. choices.Select(choice => choice.Value)];

    public override string? ColumnSql => column;

    public override IEnumerable<(string Value, int Count)> GetCounts(IReadOnlyList<FacetBucket> keys) =>
        choices.Select(choice => (choice.Value, keys.Where(bucket => choice.Holds(bucket.Number)).Sum(bucket => bucket.Count)));

    public override Term ToTerm(string value) => FindChoice(value).Term;

    public override string GetLabel(string value) => FindChoice(value).Shown;

    public override string? ParseValue(ValueItem item)
    {
        if (item.Text.Equals("all", StringComparison.OrdinalIgnoreCase)) return "";
        return Values.FirstOrDefault(value => value.Equals(item.Text, StringComparison.OrdinalIgnoreCase));
    }

    private (string Value, string Shown, Term Term, Func<int, bool> Holds) FindChoice(string value) =>
        choices.First(choice => choice.Value == value);
}
