using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Facets;
using Sovia.Query.Language;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by import run.</summary>
internal static class ImportField
{
    public static readonly Field Field = new("import") { Metatags = [new ImportMetatag()], Facet = new ImportFacet() };
}

/// <summary>The <c>import:</c> metatag.</summary>
internal sealed class ImportMetatag : IMetatag
{
    public string Name => "import";

    public string Help => "Added or updated by an import. Every import page links here.";

    public ImmutableArray<string> Examples => ["import:0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f"];

    public ImmutableArray<string> Values => [];

    public ParsedValue Parse(ValueItem item, LocalCalendar calendar) => Guid.TryParse(item.Text, out var runId)
        ? new(new Term.ImportedByRun(runId), runId.ToString("D"))
        : ParsedValue.Invalid(
            $"“{SyntaxCharacters.Truncate(item.Text, 40)}” isn't an import. Use the ID of an import, as in {Examples[0]}.");
}

/// <summary>The import runs that added or changed the item.</summary>
internal sealed class ImportFacet : Facet
{
    private const int LabelLength = 8;

    public override string Parameter => "import";

    public override string Title => "Import";

    public override string ValueDescription => "Use the ID of an import";

    public override bool IsOffered => false;

    public override bool CountsValuesSeparately => true;

    public override IEnumerable<(string Value, int Count)> GetCounts(IReadOnlyList<FacetBucket> keys) => [];

    public override Term ToTerm(string value) => new Term.ImportedByRun(Guid.Parse(value));

    public override string GetLabel(string value) => value[..LabelLength];

    public override string? ParseValue(ValueItem item) => Guid.TryParse(item.Text, out var runId) ? runId.ToString("D") : null;
}
