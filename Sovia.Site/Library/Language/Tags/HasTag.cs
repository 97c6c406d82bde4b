using Sovia.Query;

namespace Sovia.Library.Language.Tags;

/// <summary><c>has:</c> what there is at least one of, of any field.</summary>
internal sealed class HasTag() : ChoiceTag("has", "What there is at least one of.", [.. Field.All.SelectMany(field => field.Has)]);
