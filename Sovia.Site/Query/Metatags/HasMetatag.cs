namespace Sovia.Query.Metatags;

/// <summary><c>has:</c> what there is at least one of, of any field.</summary>
internal sealed class HasMetatag() : ChoiceMetatag("has", "Contains at least one.", [.. Field.All.SelectMany(field => field.Has)]);
