namespace Sovia.Query.Metatags;

/// <summary><c>is:</c> what can be said in a word, of any field.</summary>
internal sealed class IsMetatag() : ChoiceMetatag("is", "Status. A stack is missing or damaged if any of its files is.",
    [.. Field.All.SelectMany(field => field.Is)]);
