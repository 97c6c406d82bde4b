namespace Sovia.Library.Search.Facets;

/// <summary>The models of any member.</summary>
internal sealed class ModelFacet() : NameFacet("model", "Model", name => new Term.ModelIs(name), row => row.Models);
