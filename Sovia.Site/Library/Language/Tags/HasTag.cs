using Sovia.Library.Search;

namespace Sovia.Library.Language.Tags;

/// <summary><c>has:</c> what there is at least one of.</summary>
internal sealed class HasTag() : ChoiceTag("has", "What there is at least one of.",
    ("video videos", new Term.KindIs(MediaKind.Video)),
    ("image images", new Term.KindIs(MediaKind.Image)),
    ("prompt", new Term.HasPrompt(true)),
    ("model", new Term.Except(new Term.ModelIs(null))),
    ("mode", new Term.Except(new Term.ModeIs(null))),
    ("date", new Term.IsDated(true)));
