using Sovia.Library.Search;

namespace Sovia.Library.Language.Tags;

/// <summary><c>in:</c> which collection it is in.</summary>
internal sealed class InTag() : NameTag("in", "Which of your collections it or any member of its family is in.",
    name => new Term.InCollection(name), null, "in:\"my best\"", "-in:favourites");
