namespace Sovia.Library.Search;

/// <summary>The plain reading of a term, over a row in memory: what the SQL reading is held against.</summary>
public static class Evaluation
{
    /// <summary>What a row alone does not know.</summary>
    /// <param name="Run">The ids of the posts that came in, new or changed, with an import run.</param>
    public sealed record Members(Func<Guid, IReadOnlySet<Guid>> Run)
    {
        private static readonly HashSet<Guid> Nobody = [];

        /// <summary>No runs.</summary>
        public static readonly Members None = new(_ => Nobody);
    }

    /// <summary>Whether a term holds for a row.</summary>
    /// <param name="term">What is looked for.</param>
    /// <param name="row">A family's row, or a post's.</param>
    /// <param name="members">Which posts came with which run; without it, none.</param>
    public static bool Matches(Term term, IndexRow row, Members? members = null) => term switch
    {
        Term.AllOf all => all.Parts.All(part => Matches(part, row, members)),
        Term.AnyOf any => any.Parts.Any(part => Matches(part, row, members)),
        Term.Except except => !Matches(except.Other, row, members),
        Term.Word { Exact: true } word => Words(row).Contains(word.Token, StringComparer.Ordinal),
        Term.Word word => Stem.Of(word.Token) is var stem && Words(row).Any(token => Stem.Of(token) == stem),
        Term.Prefix prefix => Fold.Bare(prefix.Token) is var begin && Words(row).Any(token => Begins(Fold.Bare(token), begin)),
        Term.Phrase phrase => row.Texts.Any(text => Holds(text.Words, phrase.Tokens) || Holds(text.Parts, phrase.Tokens)),
        Term.Compound compound => row.Texts.Any(text => Holds(text.Words, compound) || Holds(text.Parts, compound)),
        Term.CameWith run => row.Members.Any((members ?? Members.None).Run(run.RunId).Contains),
        _ => MatchesFact(term, row),
    };

    private static bool MatchesFact(Term term, IndexRow row) => term switch
    {
        Term.KindIs kind => OfKind(row, kind.Kind) > 0,
        Term.CoverIs cover => row.Kind == cover.Kind,
        Term.LikedIs liked => row.Liked == liked.Liked,
        Term.ModelIs model => Has(row.Models, model.Model),
        Term.ModeIs mode => Has(row.Modes, mode.Mode),
        Term.HostIs host => row.Hosts.Contains(host.Host ?? "", StringComparer.OrdinalIgnoreCase),
        Term.SeedIs seed => Has(row.Seeds, seed.Seed),
        Term.PromptIs prompt => row.Prompts.Contains(prompt.Key),
        Term.SizeIs { Size: { } size } => row.Sizes.Contains(size),
        Term.SizeIs => row.Sizes.Count == 0,
        Term.ShapeIs shape => row.Sizes.Any(size => size.Shape == shape.Shape),
        Term.MadeBetween span => row.IsDated && !(row.SortAt < span.From) && !(row.SortAt >= span.Before),
        Term.MadeAt at => row.IsDated && at.Clock.Read(at.Part, row.SortAt) == at.Number,
        Term.OfClass any => (row.Classes & any.Bits) != 0,
        Term.IsDated dated => row.IsDated == dated.Dated,
        Term.CountBetween count => !(Count(row, count.What) < count.Least) && !(Count(row, count.What) > count.Most),
        Term.HasPrompt prompt => row.HasPrompt == prompt.Has,
        Term.IsSafe { Safe: true } => row.Items > 0 && row.Safe == row.Items,
        Term.IsSafe => row.Safe < row.Items,
        Term.ShownAs shown => row.Shown == shown.Shown,
        Term.DecidedAs decided => decided.Decision.Holds(row.Decided),
        Term.IsFlagged flagged => (row.Flags & flagged.Flag) != 0,
        // Guids compare in the order of their text, as PostgreSQL's uuid does.
        Term.IdBetween ids => row.Members.Any(id => id.CompareTo(ids.First) >= 0 && id.CompareTo(ids.Last) <= 0),
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "A term that has no plain reading."),
    };

    private static IEnumerable<string> Words(IndexRow row) => row.Texts.SelectMany(text => text.Words.Concat(text.Parts));

    private static bool Begins(string token, string prefix) => token.StartsWith(prefix, StringComparison.Ordinal);

    private static bool Holds(IReadOnlyList<string> text, Term.Compound compound) =>
        Holds([.. text.Select(Fold.Bare)], [.. compound.Tokens.Select(Fold.Bare)], compound.IsOpen);

    private static bool Holds(IReadOnlyList<string> text, IReadOnlyList<string> phrase, bool isOpen = false)
    {
        for (var start = 0; start <= text.Count - phrase.Count; start++)
        {
            var same = 0;
            while (same < phrase.Count && text[start + same] == phrase[same]) same++;
            if (same == phrase.Count || (isOpen && same == phrase.Count - 1 && Begins(text[start + same], phrase[same]))) return true;
        }
        return false;
    }

    private static bool Has(IReadOnlyList<string> names, string? name) =>
        name is null ? names.Count == 0 : names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static int OfKind(IndexRow row, MediaKind kind) => kind switch
    {
        MediaKind.Image => row.Images,
        MediaKind.Video => row.Videos,
        _ => row.Items - row.Images - row.Videos,
    };

    private static int Count(IndexRow row, CountOf what) => what switch
    {
        CountOf.Videos => row.Videos,
        CountOf.Images => row.Images,
        _ => row.Items,
    };
}
