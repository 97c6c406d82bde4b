using System.Collections.Immutable;
using Sovia.Library.Language;

namespace Sovia.Library.Search.Facets;

/// <summary>A facet of a few values.</summary>
/// <param name="parameter">The parameter's name.</param>
/// <param name="title">The facet's name for people.</param>
/// <param name="choices">Each value, its name for people and what it means.</param>
internal abstract class ChoiceFacet(string parameter, string title, params (string Value, string Shown, Term Term)[] choices) : Facet
{
    public override string Parameter => parameter;

    public override string Title => title;

    public override string Expected => $"it knows {string.Join(", ", Values)}";

    public override ImmutableArray<string> Values => [.. choices.Select(choice => choice.Value)];

    public override Term TermOf(string value) => Of(value).Term;

    public override string Shown(string value) => Of(value).Shown;

    public override string? Read(ValueItem item)
    {
        if (item.Text.Equals("all", StringComparison.OrdinalIgnoreCase)) return "";
        return Values.FirstOrDefault(value => value.Equals(item.Text, StringComparison.OrdinalIgnoreCase));
    }

    private (string Value, string Shown, Term Term) Of(string value) => choices.First(choice => choice.Value == value);
}
