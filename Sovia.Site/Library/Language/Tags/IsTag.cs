using Sovia.Query;

namespace Sovia.Library.Language.Tags;

/// <summary><c>is:</c> what can be said in a word, of any field.</summary>
internal sealed class IsTag() : ChoiceTag("is", "What can be said in a word. A family is missing or damaged while the file of any member is.", [.. Field.All.SelectMany(field => field.Is)]);
