using System.Collections.Immutable;
using Sovia.Index;
using Sovia.Library;
using Sovia.Text;

namespace Sovia.Query.Terms;

/// <summary>
/// A search condition, as a tree. The search language, URL filters and smart collections all become terms. <see cref="TermEvaluator"/>
/// evaluates a term in memory and <c>TermSql</c> in SQL; both must agree on every library.
/// </summary>
public abstract record Term
{
    private Term() { }

    /// <summary>Matches everything.</summary>
    public static readonly Term Everything = new AllOf([]);

    /// <summary>Returns whether the meaning of a term depends on the time zone.</summary>
    public static bool DependsOnTimeZone(Term term) => term switch
    {
        AllOf all => all.Parts.Any(DependsOnTimeZone),
        AnyOf any => any.Parts.Any(DependsOnTimeZone),
        Negation not => DependsOnTimeZone(not.Other),
        _ => term is CreatedBetween or DatePartIs,
    };

    /// <summary>Matches if all parts match; matches everything if there are none.</summary>
    public sealed record AllOf(ImmutableArray<Term> Parts) : Term;

    /// <summary>Matches if any part matches; matches nothing if there are none.</summary>
    public sealed record AnyOf(ImmutableArray<Term> Parts) : Term;

    /// <summary>Matches if the other term does not.</summary>
    public sealed record Negation(Term Other) : Term;

    /// <summary>A word in any text.</summary>
    /// <param name="Token">As <see cref="Tokenizer.GetWords"/> returns it.</param>
    /// <param name="Exact">False to match every word with the same stem, <c>dragon</c> for <c>dragons</c>.</param>
    public sealed record Word(string Token, bool Exact) : Term;

    /// <summary>A word with this prefix in any text.</summary>
    public sealed record Prefix(string Token) : Term;

    /// <summary>Consecutive words in one text, exactly as written.</summary>
    public sealed record Phrase(ImmutableArray<string> Tokens) : Term;

    /// <summary>Consecutive words in one text, with or without their diacritics, such as the parts of <c>close-up</c>.</summary>
    /// <param name="Tokens">As <see cref="Tokenizer.GetWords"/> returns them; two or more.</param>
    /// <param name="EndsWithPrefix">Whether the last is a prefix.</param>
    public sealed record Compound(ImmutableArray<string> Tokens, bool EndsWithPrefix) : Term;

    /// <summary>Has this kind; for a family, any member has. A stub has no kind.</summary>
    public sealed record KindIs(MediaKind Kind) : Term;

    /// <summary>The cover has this kind; a post is its own cover.</summary>
    public sealed record CoverIs(MediaKind Kind) : Term;

    /// <summary>Liked, not liked, or unknown (null), by the latest value from a source or the user. For a family: any member.</summary>
    public sealed record LikedIs(bool? Liked) : Term;

    /// <summary>Made by a model; for a family, any member is. Null matches if no model is known.</summary>
    public sealed record ModelIs(string? Model) : Term;

    /// <summary>Made in a mode; for a family, any member is. Null matches if no mode is known.</summary>
    public sealed record ModeIs(string? Mode) : Term;

    /// <summary>Made by a model whose name has this prefix, ignoring case; for a family, any member is.</summary>
    public sealed record ModelStartsWith(string NamePrefix) : Term;

    /// <summary>Made in a mode whose name has this prefix, ignoring case; for a family, any member is.</summary>
    public sealed record ModeStartsWith(string NamePrefix) : Term;

    /// <summary>Has a source URL on one of Grok's hosts; for a family, any member has. Null matches if a member has no URL.</summary>
    public sealed record HostIs(string? Host) : Term;

    /// <summary>Made from a seed; for a family, any member is. Null matches if no seed is known.</summary>
    public sealed record SeedIs(string? Seed) : Term;

    /// <summary>Created by an account; for a family, any member is. Null matches if no owner is known.</summary>
    public sealed record OwnerIs(Guid? Owner) : Term;

    /// <summary>Made from a prompt; for a family, any member is.</summary>
    /// <param name="Key">As <see cref="PromptKey"/> returns it.</param>
    public sealed record PromptIs(long Key) : Term;

    /// <summary>Has these dimensions; for a family, any member has. Null matches if no dimensions are known.</summary>
    public sealed record SizeIs(FrameSize? Size) : Term;

    /// <summary>Has this orientation; for a family, any member has.</summary>
    public sealed record OrientationIs(Orientation Orientation) : Term;

    /// <summary>Created in a half-open span (UTC); null is open. Undated items never match.</summary>
    public sealed record CreatedBetween(DateTimeOffset? From, DateTimeOffset? Before) : Term;

    /// <summary>Created on a weekday or in an hour of the day, in a time zone. Undated items never match.</summary>
    public sealed record DatePartIs(DatePart Part, int Number, TimeZoneOffsets Offsets) : Term;

    /// <summary>
    /// Has any of some size or duration classes, as bits of <see cref="MediaClasses"/>; for a family, any member has.
    /// </summary>
    public sealed record HasMediaClass(int Bits) : Term;

    /// <summary>Whether the creation date is known.</summary>
    public sealed record IsDated(bool Dated) : Term;

    /// <summary>Has a number of members of a kind, both ends included; null is open. A single post counts itself.</summary>
    public sealed record CountBetween(CountKind Kind, int? Min, int? Max) : Term;

    /// <summary>Whether there is a prompt; for a family, on any member.</summary>
    public sealed record HasPrompt(bool Has) : Term;

    /// <summary>Whether the files are saved on the server; for a family, of every member.</summary>
    public sealed record IsSafe(bool Safe) : Term;

    /// <summary>Has a flag; for a family, any member has.</summary>
    public sealed record IsFlagged(PostFlag Flag) : Term;

    /// <summary>
    /// Has a post ID in a range, both ends included; for a family, any member has. For a whole ID both ends are equal.
    /// </summary>
    public sealed record IdBetween(Guid First, Guid Last) : Term;

    /// <summary>An annotation condition; for a family, on the annotations of its posts together.</summary>
    public sealed record AnnotationMatches(AnnotationCondition Condition) : Term;

    /// <summary>Hidden or trashed. A list whose term contains this anywhere includes unlisted items.</summary>
    public sealed record VisibilityIs(Visibility Visibility) : Term;

    /// <summary>Returns whether a term asks for unlisted items.</summary>
    public static bool RequestsUnlisted(Term term) => term switch
    {
        AllOf all => all.Parts.Any(RequestsUnlisted),
        AnyOf any => any.Parts.Any(RequestsUnlisted),
        Negation not => RequestsUnlisted(not.Other),
        _ => term is VisibilityIs,
    };

    /// <summary>In a group of near duplicates without a decision; for a family, any member is.</summary>
    public sealed record IsNearDuplicate : Term;

    /// <summary>Returns whether a term asks for near duplicates, which are derived after posts have changed.</summary>
    public static bool RequestsNearDuplicates(Term term) => term switch
    {
        AllOf all => all.Parts.Any(RequestsNearDuplicates),
        AnyOf any => any.Parts.Any(RequestsNearDuplicates),
        Negation not => RequestsNearDuplicates(not.Other),
        _ => term is IsNearDuplicate,
    };

    /// <summary>Added or changed by an import run; for a family, any member is.</summary>
    public sealed record ImportedByRun(Guid RunId) : Term;
}
