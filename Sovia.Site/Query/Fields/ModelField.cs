using NpgsqlTypes;
using Sovia.Query.Facets;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by model; a family has the models of all its members.</summary>
internal static class ModelField
{
    public static readonly Field Field = new("model")
    {
        Metatags = [new ModelMetatag()],
        Has = [("model", new Term.Negation(new Term.ModelIs(null)))],
        Facet = new ModelFacet(),
        Sort = new("model", "Model", new(NpgsqlDbType.Text, "x.by_model")),
    };
}

/// <summary>The <c>model:</c> metatag.</summary>
internal sealed class ModelMetatag() : NameMetatag("model",
    "Model used for any item in the stack. Not case-sensitive. Use none for unknown and * for any ending.",
    model => new Term.ModelIs(model), new Term.ModelIs(null), "model:imagine_h_1", "model:imagine_*", "model:none", "-model:\"a name\"")
{
    protected override Term? CreatePrefixTerm(string beginning) => new Term.ModelStartsWith(beginning);
}

/// <summary>Counts items by model; a family counts for the models of all its members.</summary>
internal sealed class ModelFacet() : NameFacet("model", "Model", name => new Term.ModelIs(name), "models")
{
    protected override string NoneLabel => "Unknown";

    public override string GetLabel(string value) => NameOf(value) is { } name ? FriendlyName.Format(name) : base.GetLabel(value);
}
