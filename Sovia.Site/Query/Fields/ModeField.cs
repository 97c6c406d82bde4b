using Sovia.Query.Facets;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by generation mode; a family has the modes of all its members.</summary>
internal static class ModeField
{
    public static readonly Field Field = new("mode")
    {
        Metatags = [new ModeMetatag()],
        Has = [("mode", new Term.Negation(new Term.ModeIs(null)))],
        Facet = new ModeFacet(),
    };
}

/// <summary>The <c>mode:</c> metatag.</summary>
internal sealed class ModeMetatag() : NameMetatag("mode", "Mode used for any item in the stack. Not case-sensitive. Use none for unknown and * for any ending.",
    mode => new Term.ModeIs(mode), new Term.ModeIs(null), "mode:custom", "mode:normal,fun", "mode:extremely-*", "mode:none")
{
    protected override Term? CreatePrefixTerm(string beginning) => new Term.ModeStartsWith(beginning);
}

/// <summary>Counts items by mode; a family counts for the modes of all its members.</summary>
internal sealed class ModeFacet() : NameFacet("mode", "Mode", name => new Term.ModeIs(name), "modes")
{
    protected override string NoneLabel => "Unknown";

    public override string GetLabel(string value) => NameOf(value) is { } name ? FriendlyName.Format(name) : base.GetLabel(value);
}
