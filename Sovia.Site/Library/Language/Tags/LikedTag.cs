using Sovia.Library.Search;

namespace Sovia.Library.Language.Tags;

/// <summary><c>liked:</c> whether it is liked, is not, or nobody said.</summary>
internal sealed class LikedTag() : ChoiceTag("liked", "Whether you liked it; unknown where nothing says so or otherwise.",
    ("true yes", new Term.LikedIs(true)),
    ("false no", new Term.LikedIs(false)),
    ("unknown none", new Term.LikedIs(null)));
