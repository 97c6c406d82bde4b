namespace Sovia.Query.Metatags;

/// <summary>The <c>has:</c> metatag, with the values of all fields.</summary>
internal sealed class HasMetatag() : ChoiceMetatag("has", "Contains at least one.", [.. Field.All.SelectMany(field => field.Has)]),
    IMetatag
{
    public string Title => "Contains";
}
