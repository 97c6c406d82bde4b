using System.Collections.Immutable;
using Sovia.Index;
using Sovia.Library;
using Sovia.Text;

namespace Sovia.Query.Terms;

/// <summary>
/// What is looked for, as a tree. The search language, the filters of an address and every smart list end in one of these,
/// and <see cref="TermEvaluator"/> and the SQL beside it are its two readings: they must agree on every library.
/// </summary>
public abstract record Term
{
    private Term() { }

    /// <summary>Everything there is.</summary>
    public static readonly Term Everything = new AllOf([]);

    /// <summary>Whether a term means something else by the days of another time zone.</summary>
    public static bool DependsOnTimeZone(Term term) => term switch
    {
        AllOf all => all.Parts.Any(DependsOnTimeZone),
        AnyOf any => any.Parts.Any(DependsOnTimeZone),
        Negation not => DependsOnTimeZone(not.Other),
        _ => term is CreatedBetween or DatePartIs,
    };

    /// <summary>Holds where each part holds; of no parts, always.</summary>
    public sealed record AllOf(ImmutableArray<Term> Parts) : Term;

    /// <summary>Holds where one part holds; of no parts, never.</summary>
    public sealed record AnyOf(ImmutableArray<Term> Parts) : Term;

    /// <summary>Holds where the other does not.</summary>
    public sealed record Negation(Term Other) : Term;

    /// <summary>A word of any text.</summary>
    /// <param name="Token">As <see cref="Tokenizer.GetWords"/> gives it.</param>
    /// <param name="Exact">False to take every word of the same stem, <c>dragon</c> for <c>dragons</c>.</param>
    public sealed record Word(string Token, bool Exact) : Term;

    /// <summary>A word of any text that begins so.</summary>
    public sealed record Prefix(string Token) : Term;

    /// <summary>Words that stand one behind the other in one text, exactly as written.</summary>
    public sealed record Phrase(ImmutableArray<string> Tokens) : Term;

    /// <summary>
    /// Words that stand one behind the other in one text, with or without their marks, as the parts of <c>close-up</c> do.
    /// </summary>
    /// <param name="Tokens">As <see cref="Tokenizer.GetWords"/> gives them; two or more.</param>
    /// <param name="EndsWithPrefix">Whether the last may go on.</param>
    public sealed record Compound(ImmutableArray<string> Tokens, bool EndsWithPrefix) : Term;

    /// <summary>Of this kind; of a family, any member. A stub is of no kind.</summary>
    public sealed record KindIs(MediaKind Kind) : Term;

    /// <summary>The cover is of this kind; a post is its own cover.</summary>
    public sealed record CoverIs(MediaKind Kind) : Term;

    /// <summary>Liked, not, or (null) never stated, by source or user, whoever said so last. Of a family: any member.</summary>
    public sealed record LikedIs(bool? Liked) : Term;

    /// <summary>Made by a model, of a family any member; null where no model is known of any.</summary>
    public sealed record ModelIs(string? Model) : Term;

    /// <summary>Made in a mode, of a family any member; null where no mode is known of any.</summary>
    public sealed record ModeIs(string? Mode) : Term;

    /// <summary>Lies on a host of the maker's, of a family any member; null where a member has no address.</summary>
    public sealed record HostIs(string? Host) : Term;

    /// <summary>Made from a seed, of a family any member; null where no seed is known of any.</summary>
    public sealed record SeedIs(string? Seed) : Term;

    /// <summary>Made from a prompt, of a family any member.</summary>
    /// <param name="Key">As <see cref="PromptKey"/> gives it.</param>
    public sealed record PromptIs(long Key) : Term;

    /// <summary>As large as this, of a family any member; null where no size is known of any.</summary>
    public sealed record SizeIs(FrameSize? Size) : Term;

    /// <summary>Lies this way, of a family any member.</summary>
    public sealed record OrientationIs(Orientation Orientation) : Term;

    /// <summary>Made at or after one time and before another, UTC; null is open. What has no date is in no span.</summary>
    public sealed record CreatedBetween(DateTimeOffset? From, DateTimeOffset? Before) : Term;

    /// <summary>Made on a day of the week, or in an hour of the day, by the clocks of a zone. What has no date is on none.</summary>
    public sealed record DatePartIs(DatePart Part, int Number, TimeZoneOffsets Offsets) : Term;

    /// <summary>Of any of some classes of size or length, as bits of <see cref="MediaClasses"/>; of a family, any member.</summary>
    public sealed record HasMediaClass(int Bits) : Term;

    /// <summary>Whether anybody knows when it was made.</summary>
    public sealed record IsDated(bool Dated) : Term;

    /// <summary>How many members of a kind, both ends included; null is open. A post alone counts itself.</summary>
    public sealed record CountBetween(CountKind Kind, int? Min, int? Max) : Term;

    /// <summary>Whether there are words: of a family, of any member.</summary>
    public sealed record HasPrompt(bool Has) : Term;

    /// <summary>Whether its bytes are on this machine: of a family, of every member.</summary>
    public sealed record IsSafe(bool Safe) : Term;

    /// <summary>A flag of it, of a family of any member.</summary>
    public sealed record IsFlagged(PostFlag Flag) : Term;

    /// <summary>A post's id between two, both included; of a family, any member's. A whole id has both ends equal.</summary>
    public sealed record IdBetween(Guid First, Guid Last) : Term;

    /// <summary>A condition on what users decided; of a family, on its posts together.</summary>
    public sealed record AnnotationMatches(AnnotationCondition Condition) : Term;

    /// <summary>Hidden, or in the trash. A list that asks for it, anywhere in its term, is one of what is aside too.</summary>
    public sealed record VisibilityIs(Visibility Visibility) : Term;

    /// <summary>Whether a term asks for what lists do not show.</summary>
    public static bool RequestsUnlisted(Term term) => term switch
    {
        AllOf all => all.Parts.Any(RequestsUnlisted),
        AnyOf any => any.Parts.Any(RequestsUnlisted),
        Negation not => RequestsUnlisted(not.Other),
        _ => term is VisibilityIs,
    };

    /// <summary>Came in, new or changed, with an import run; of a family, any member.</summary>
    public sealed record ImportedByRun(Guid RunId) : Term;
}
