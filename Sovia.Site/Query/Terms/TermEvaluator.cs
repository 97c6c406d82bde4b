using Sovia.Index;
using Sovia.Library;
using Sovia.Text;

namespace Sovia.Query.Terms;

/// <summary>Evaluates a term over a row in memory, as the reference for <c>TermSql</c>.</summary>
public static class TermEvaluator
{
    /// <summary>Data outside the row that some terms need: the posts of import runs and the near duplicates.</summary>
    /// <param name="GetPostIds">Returns the IDs of the posts that an import run added or changed.</param>
    public sealed record EvaluationContext(Func<Guid, IReadOnlySet<Guid>> GetPostIds)
    {
        private static readonly HashSet<Guid> NoPosts = [];

        /// <summary>No runs.</summary>
        public static readonly EvaluationContext None = new(_ => NoPosts);

        /// <summary>The posts in groups of near duplicates.</summary>
        public IReadOnlySet<Guid> NearDuplicates { get; init; } = NoPosts;
    }

    /// <summary>Returns whether a term matches a row.</summary>
    /// <param name="term">The term.</param>
    /// <param name="row">The row of a family or a post.</param>
    /// <param name="runMembers">The posts of import runs; none if omitted.</param>
    public static bool Matches(Term term, IndexRow row, EvaluationContext? runMembers = null) => term switch
    {
        Term.AllOf all => all.Parts.All(part => Matches(part, row, runMembers)),
        Term.AnyOf any => any.Parts.Any(part => Matches(part, row, runMembers)),
        Term.Negation not => !Matches(not.Other, row, runMembers),
        Term.Word { Exact: true } word => GetWords(row).Contains(word.Token, StringComparer.Ordinal),
        Term.Word word => Stemmer.GetStem(word.Token) is var stem && GetWords(row).Any(token => Stemmer.GetStem(token) == stem),
        Term.Prefix prefix => TextFolding.RemoveDiacritics(prefix.Token) is var barePrefix && GetWords(row)
            .Any(token => HasPrefix(TextFolding.RemoveDiacritics(token), barePrefix)),
        Term.Phrase phrase => row.Texts.Any(text => HasPhrase(text.Words, phrase.Tokens) || HasPhrase(text.WordsWithParts, phrase.Tokens)),
        Term.Compound compound => row.Texts.Any(text => HasPhrase(text.Words, compound) || HasPhrase(text.WordsWithParts, compound)),
        Term.ImportedByRun run => row.Members.Any((runMembers ?? EvaluationContext.None).GetPostIds(run.RunId).Contains),
        Term.IsNearDuplicate => row.Members.Any((runMembers ?? EvaluationContext.None).NearDuplicates.Contains),
        _ => MatchesProperty(term, row),
    };

    private static bool MatchesProperty(Term term, IndexRow row) => term switch
    {
        Term.KindIs kind => GetKindCount(row, kind.Kind) > 0,
        Term.CoverIs cover => row.Kind == cover.Kind,
        Term.LikedIs liked => row.Liked == liked.Liked,
        Term.ModelIs model => ContainsName(row.Models, model.Model),
        Term.ModeIs mode => ContainsName(row.Modes, mode.Mode),
        Term.ModelStartsWith model => AnyStartsWith(row.Models, model.NamePrefix),
        Term.ModeStartsWith mode => AnyStartsWith(row.Modes, mode.NamePrefix),
        Term.HostIs host => row.Hosts.Contains(host.Host ?? "", StringComparer.OrdinalIgnoreCase),
        Term.SeedIs seed => ContainsName(row.Seeds, seed.Seed),
        Term.OwnerIs { Owner: { } owner } => row.Owners.Contains(owner),
        Term.OwnerIs => row.Owners.Count == 0,
        Term.PromptIs prompt => row.Prompts.Contains(prompt.Key),
        Term.SizeIs { Size: { } size } => row.Sizes.Contains(size),
        Term.SizeIs => row.Sizes.Count == 0,
        Term.OrientationIs orientation => row.Sizes.Any(size => size.Orientation == orientation.Orientation),
        Term.CreatedBetween span => row.IsDated && !(row.SortAt < span.From) && !(row.SortAt >= span.Before),
        Term.DatePartIs part => row.IsDated && part.Offsets.GetDatePart(part.Part, row.SortAt) == part.Number,
        Term.HasMediaClass mediaClass => (row.Classes & mediaClass.Bits) != 0,
        Term.IsDated dated => row.IsDated == dated.Dated,
        Term.CountBetween count => !(GetCount(row, count.Kind) < count.Min) && !(GetCount(row, count.Kind) > count.Max),
        Term.HasPrompt prompt => row.HasPrompt == prompt.Has,
        Term.IsSafe { Safe: true } => row.Items > 0 && row.Safe == row.Items,
        Term.IsSafe => row.Safe < row.Items,
        Term.VisibilityIs visibility => row.Visibility == visibility.Visibility,
        Term.AnnotationMatches annotation => annotation.Condition.Matches(row.Annotation),
        Term.IsFlagged flagged => (row.Flags & flagged.Flag) != 0,
        // Guid.CompareTo orders like PostgreSQL's uuid, in the order of the text.
        Term.IdBetween ids => row.Members.Any(id => id.CompareTo(ids.First) >= 0 && id.CompareTo(ids.Last) <= 0),
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "A term that has no plain reading."),
    };

    private static IEnumerable<string> GetWords(IndexRow row) => row.Texts.SelectMany(text => text.Words.Concat(text.WordsWithParts));

    private static bool HasPrefix(string token, string prefix) => token.StartsWith(prefix, StringComparison.Ordinal);

    private static bool HasPhrase(IReadOnlyList<string> text, Term.Compound compound) =>
        HasPhrase([.. text.Select(TextFolding.RemoveDiacritics)], [.. compound.Tokens.Select(TextFolding.RemoveDiacritics)],
            compound.EndsWithPrefix);

    private static bool HasPhrase(IReadOnlyList<string> text, IReadOnlyList<string> phrase, bool isPrefix = false)
    {
        for (var start = 0; start <= text.Count - phrase.Count; start++)
        {
            var hits = 0;
            while (hits < phrase.Count && text[start + hits] == phrase[hits]) hits++;
            if (hits == phrase.Count || (isPrefix && hits == phrase.Count - 1 && HasPrefix(text[start + hits], phrase[hits]))) return true;
        }
        return false;
    }

    private static bool ContainsName(IReadOnlyList<string> names, string? name) =>
        name is null ? names.Count == 0 : names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool AnyStartsWith(IReadOnlyList<string> names, string beginning) =>
        names.Any(name => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));

    private static int GetKindCount(IndexRow row, MediaKind kind) => kind switch
    {
        MediaKind.Image => row.Images,
        MediaKind.Video => row.Videos,
        _ => row.Items - row.Images - row.Videos,
    };

    private static int GetCount(IndexRow row, CountKind kind) => kind switch
    {
        CountKind.Videos => row.Videos,
        CountKind.Images => row.Images,
        _ => row.Items,
    };
}
