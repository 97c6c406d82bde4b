namespace Sovia.Query.Metatags;

/// <summary>The <c>is:</c> metatag, with the values of all fields.</summary>
internal sealed class IsMetatag() : ChoiceMetatag("is", "Status. A stack is missing or damaged if any of its files is.",
    [.. Field.All.SelectMany(field => field.Is)]), IMetatag
{
    public string Title => "Status";
}
