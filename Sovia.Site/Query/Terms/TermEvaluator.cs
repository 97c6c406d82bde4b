using Sovia.Index;
using Sovia.Library;
using Sovia.Text;

namespace Sovia.Query.Terms;

/// <summary>Evaluates a term over a row in memory, as the reference for <c>TermSql</c>.</summary>
public static class TermEvaluator
{
    /// <summary>Data that a row does not contain.</summary>
    /// <param name="GetPostIds">Returns the IDs of the posts that an import run added or changed.</param>
    public sealed record RunMembers(Func<Guid, IReadOnlySet<Guid>> GetPostIds)
    {
        private static readonly HashSet<Guid> Nobody = [];

        /// <summary>No runs.</summary>
        public static readonly RunMembers None = new(_ => Nobody);

        /// <summary>The posts in groups of near duplicates.</summary>
        public IReadOnlySet<Guid> NearDuplicates { get; init; } = Nobody;
    }

    /// <summary>Returns whether a term matches a row.</summary>
    /// <param name="term">The term.</param>
    /// <param name="row">The row of a family or a post.</param>
    /// <param name="runMembers">The posts of import runs; none if omitted.</param>
    public static bool Matches(Term term, IndexRow row, RunMembers? runMembers = null) => term switch
    {
        Term.AllOf all => all.Parts.All(part => Matches(part, row, runMembers)),
        Term.AnyOf any => any.Parts.Any(part => Matches(part, row, runMembers)),
        Term.Negation not => !Matches(not.Other, row, runMembers),
        Term.Word { Exact: true } word => Words(row).Contains(word.Token, StringComparer.Ordinal),
        Term.Word word => Stemmer.GetStem(word.Token) is var stem && Words(row).Any(token => Stemmer.GetStem(token) == stem),
        Term.Prefix prefix => TextFolding.RemoveDiacritics(prefix.Token) is var begin && Words(row)
            .Any(token => Begins(TextFolding.RemoveDiacritics(token), begin)),
        Term.Phrase phrase => row.Texts.Any(text => Holds(text.Words, phrase.Tokens) || Holds(text.WordsWithParts, phrase.Tokens)),
        Term.Compound compound => row.Texts.Any(text => Holds(text.Words, compound) || Holds(text.WordsWithParts, compound)),
        Term.ImportedByRun run => row.Members.Any((runMembers ?? RunMembers.None).GetPostIds(run.RunId).Contains),
        Term.IsNearDuplicate => row.Members.Any((runMembers ?? RunMembers.None).NearDuplicates.Contains),
        _ => MatchesFact(term, row),
    };

    private static bool MatchesFact(Term term, IndexRow row) => term switch
    {
        Term.KindIs kind => OfKind(row, kind.Kind) > 0,
        Term.CoverIs cover => row.Kind == cover.Kind,
        Term.LikedIs liked => row.Liked == liked.Liked,
        Term.ModelIs model => Has(row.Models, model.Model),
        Term.ModeIs mode => Has(row.Modes, mode.Mode),
        Term.ModelStartsWith model => HasBeginning(row.Models, model.Beginning),
        Term.ModeStartsWith mode => HasBeginning(row.Modes, mode.Beginning),
        Term.HostIs host => row.Hosts.Contains(host.Host ?? "", StringComparer.OrdinalIgnoreCase),
        Term.SeedIs seed => Has(row.Seeds, seed.Seed),
        Term.OwnerIs { Owner: { } owner } => row.Owners.Contains(owner),
        Term.OwnerIs => row.Owners.Count == 0,
        Term.PromptIs prompt => row.Prompts.Contains(prompt.Key),
        Term.SizeIs { Size: { } size } => row.Sizes.Contains(size),
        Term.SizeIs => row.Sizes.Count == 0,
        Term.OrientationIs shape => row.Sizes.Any(size => size.Orientation == shape.Orientation),
        Term.CreatedBetween span => row.IsDated && !(row.SortAt < span.From) && !(row.SortAt >= span.Before),
        Term.DatePartIs at => row.IsDated && at.Offsets.GetDatePart(at.Part, row.SortAt) == at.Number,
        Term.HasMediaClass any => (row.Classes & any.Bits) != 0,
        Term.IsDated dated => row.IsDated == dated.Dated,
        Term.CountBetween count => !(Count(row, count.Kind) < count.Min) && !(Count(row, count.Kind) > count.Max),
        Term.HasPrompt prompt => row.HasPrompt == prompt.Has,
        Term.IsSafe { Safe: true } => row.Items > 0 && row.Safe == row.Items,
        Term.IsSafe => row.Safe < row.Items,
        Term.VisibilityIs shown => row.Visibility == shown.Visibility,
        Term.AnnotationMatches decided => decided.Condition.Matches(row.Annotation),
        Term.IsFlagged flagged => (row.Flags & flagged.Flag) != 0,
        // Guid.CompareTo orders like PostgreSQL's uuid, in the order of the text.
        Term.IdBetween ids => row.Members.Any(id => id.CompareTo(ids.First) >= 0 && id.CompareTo(ids.Last) <= 0),
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "A term that has no plain reading."),
    };

    private static IEnumerable<string> Words(IndexRow row) => row.Texts.SelectMany(text => text.Words.Concat(text.WordsWithParts));

    private static bool Begins(string token, string prefix) => token.StartsWith(prefix, StringComparison.Ordinal);

    private static bool Holds(IReadOnlyList<string> text, Term.Compound compound) =>
        Holds([.. text.Select(TextFolding.RemoveDiacritics)], [.. compound.Tokens.Select(TextFolding.RemoveDiacritics)],
            compound.EndsWithPrefix);

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

    private static bool HasBeginning(IReadOnlyList<string> names, string beginning) =>
        names.Any(name => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));

    private static int OfKind(IndexRow row, MediaKind kind) => kind switch
    {
        MediaKind.Image => row.Images,
        MediaKind.Video => row.Videos,
        _ => row.Items - row.Images - row.Videos,
    };

    private static int Count(IndexRow row, CountKind what) => what switch
    {
        CountKind.Videos => row.Videos,
        CountKind.Images => row.Images,
        _ => row.Items,
    };
}
