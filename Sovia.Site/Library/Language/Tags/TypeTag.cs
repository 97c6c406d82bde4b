using Sovia.Library.Search;

namespace Sovia.Library.Language.Tags;

/// <summary><c>type:</c> what a family's cover or a post is.</summary>
internal sealed class TypeTag() : ChoiceTag("type", "What it is: of a family, what its cover is.",
    ("image images picture still", new Term.KindIs(MediaKind.Image)),
    ("video videos clip", new Term.KindIs(MediaKind.Video)));
