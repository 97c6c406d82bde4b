using Sovia.Library.Search;

namespace Sovia.Library.Language.Tags;

/// <summary><c>has:</c> what there is at least one of.</summary>
internal sealed class HasTag() : ChoiceTag("has", "What there is at least one of.",
    ("video videos", new Term.CountBetween(CountOf.Videos, 1, null)),
    ("image images", new Term.CountBetween(CountOf.Images, 1, null)),
    ("prompt", new Term.HasPrompt(true)),
    ("model", new Term.Except(new Term.ModelIs(null))),
    ("mode", new Term.Except(new Term.ModeIs(null))),
    ("date", new Term.IsDated(true)));
