namespace Sovia.Library.Search.Facets;

/// <summary>The modes of any member.</summary>
internal sealed class ModeFacet() : NameFacet("mode", "Mode", name => new Term.ModeIs(name), row => row.Modes);
