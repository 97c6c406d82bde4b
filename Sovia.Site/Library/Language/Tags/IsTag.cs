using Sovia.Library.Search;

namespace Sovia.Library.Language.Tags;

/// <summary><c>is:</c> what can be said in a word.</summary>
internal sealed class IsTag() : ChoiceTag("is", "What can be said in a word. A family is missing or damaged while the file of any member is.",
    ("missing", new Term.IsSafe(false)),
    ("safe", new Term.IsSafe(true)),
    ("damaged", new Term.IsFlagged(PostFlag.Damaged)),
    ("liked", new Term.LikedIs(true)),
    ("unliked", new Term.LikedIs(false)),
    ("image", new Term.KindIs(MediaKind.Image)),
    ("video", new Term.KindIs(MediaKind.Video)),
    ("moderated", new Term.IsFlagged(PostFlag.Moderated)),
    ("restricted", new Term.IsFlagged(PostFlag.Restricted)),
    ("uploaded", new Term.IsFlagged(PostFlag.Uploaded)),
    ("derived", new Term.IsFlagged(PostFlag.Derived)),
    ("undated", new Term.IsDated(false)));
