using Sovia.Library.Search;

namespace Sovia.Library.Language.Tags;

/// <summary><c>type:</c> what a post or any member of a family is.</summary>
internal sealed class TypeTag() : ChoiceTag("type", "What it is: of a family, what any member is. cover: asks for the cover alone.",
    ("image images picture still", new Term.KindIs(MediaKind.Image)),
    ("video videos clip", new Term.KindIs(MediaKind.Video)));
