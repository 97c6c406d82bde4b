using Sovia.Library;
using Sovia.Query.Facets;
using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by exact prompt. Searches use <c>prompt:</c> instead.</summary>
internal static class ExactPromptField
{
    public static readonly Field Field = new("prompts") { Facet = new ExactPromptFacet() };
}

/// <summary>Counts items by exact prompt; a family counts for the prompts of all its members.</summary>
internal sealed class ExactPromptFacet : Facet
{
    public override string Parameter => "prompts";

    public override string Title => "Most used prompts";

    public override string ValueDescription => $"Use the {PromptKey.Digits} digits of a prompt's page";

    public override bool IsOffered => false;

    public override bool CountsValuesSeparately => true;

    public override IEnumerable<(string Value, int Count)> GetCounts(IReadOnlyList<FacetBucket> keys) => [];

    public override Term ToTerm(string value) => PromptKey.Parse(value) is { } key ? new Term.PromptIs(key) : new Term.AnyOf([]);

    public override string GetLabel(string value) => value;

    public override string ToSearchText(string value) => $"prompt:{value}";

    public override string? ParseValue(ValueItem item) =>
        PromptKey.Parse(item.Text.ToLowerInvariant()) is { } key ? PromptKey.Format(key) : null;
}
