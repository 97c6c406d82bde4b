using Sovia.Index;
using Sovia.Text;

namespace Sovia.Query.Terms;

/// <summary>Translates terms that the text index alone can answer to a tsquery.</summary>
internal static class TsQueryBuilder
{
    /// <summary>Returns the tsquery, or null if the term needs other columns.</summary>
    public static string? TryBuild(Term term) => term switch
    {
        Term.Word { Exact: true } word => Quote(word.Token),
        Term.Word word => BuildStem(Stemmer.GetStem(word.Token)),
        Term.Prefix prefix => BuildPrefix(prefix.Token),
        Term.ModelIs model => Quote(SearchLexemes.ForModel(model.Model)),
        Term.ModeIs mode => Quote(SearchLexemes.ForMode(mode.Mode)),
        Term.ModelStartsWith model => $"{Quote(SearchLexemes.ForModel(model.NamePrefix))}:*",
        Term.ModeStartsWith mode => $"{Quote(SearchLexemes.ForMode(mode.NamePrefix))}:*",
        Term.HostIs host => Quote(SearchLexemes.ForHost(host.Host)),
        Term.SeedIs seed => Quote(SearchLexemes.ForSeed(seed.Seed)),
        Term.OwnerIs owner => Quote(SearchLexemes.ForOwner(owner.Owner)),
        Term.SizeIs size => Quote(SearchLexemes.ForSize(size.Size)),
        Term.OrientationIs orientation => Quote(SearchLexemes.ForOrientation(orientation.Orientation)),
        Term.HasPrompt prompt => Quote(SearchLexemes.ForHasPrompt(prompt.Has)),
        Term.IsSafe safe => Quote(SearchLexemes.ForIsSafe(safe.Safe)),
        Term.IsFlagged flag => Quote(SearchLexemes.ForFlag(flag.Flag)),
        Term.Negation not => TryBuild(not.Other) is { } query ? $"!({query})" : null,
        Term.AllOf { Parts.Length: > 0 } all => Join(all.Parts, " & "),
        Term.AnyOf { Parts.Length: > 0 } any => Join(any.Parts, " | "),
        _ => null,
    };

    /// <summary>
    /// Returns a tsquery that a family matches if one of its posts matches the term; null if there is none. Negated parts are left out,
    /// because the family may contain words that the post does not.
    /// </summary>
    public static string? BuildFamilyPrefilter(Term term) => term switch
    {
        Term.Word or Term.Prefix or Term.HasPrompt { Has: true } or Term.IsSafe { Safe: false } or Term.IsFlagged or Term.HostIs
            or Term.OrientationIs or Term.ModelStartsWith or Term.ModeStartsWith
            or Term.ModelIs { Model: not null } or Term.ModeIs { Mode: not null } or Term.SeedIs { Seed: not null }
            or Term.OwnerIs { Owner: not null } or Term.SizeIs { Size: not null } => TryBuild(term),
        Term.Phrase phrase => BuildRequiredWords(phrase),
        Term.Compound compound => BuildRequiredWords(compound),
        Term.AllOf all => all.Parts.Select(BuildFamilyPrefilter).OfType<string>().ToList() is { Count: > 0 } queries
            ? $"({string.Join(" & ", queries)})" : null,
        Term.AnyOf { Parts.Length: > 0 } any => any.Parts.Select(BuildFamilyPrefilter).ToList() is var queries && !queries.Contains(null)
            ? $"({string.Join(" | ", queries)})" : null,
        _ => null,
    };

    /// <summary>Returns a tsquery of the words of a phrase.</summary>
    public static string BuildRequiredWords(Term.Phrase phrase) => $"({string.Join(" & ", phrase.Tokens.Distinct().Select(Quote))})";

    /// <inheritdoc cref="BuildRequiredWords(Term.Phrase)"/>
    public static string BuildRequiredWords(Term.Compound compound)
    {
        var wholeTokens = compound.EndsWithPrefix ? compound.Tokens.SkipLast(1) : compound.Tokens;
        var words = wholeTokens.Select(TextFolding.RemoveDiacritics).Distinct().Select(BuildBareWord);
        return $"({string.Join(" & ", compound.EndsWithPrefix ? words.Append(BuildPrefix(compound.Tokens[^1])) : words)})";
    }

    // A word equal to its stem is stored only as itself, with a prefix character if it is written with diacritics.
    private static string BuildStem(string stem) =>
        Stemmer.GetStem(stem) == stem ? $"({Quote(stem)} | {Quote(SearchLexemes.ForBareWord(stem))} | {Quote(SearchLexemes.ForStem(stem))})"
        : Quote(SearchLexemes.ForStem(stem));

    private static string BuildBareWord(string bare) => $"({Quote(bare)} | {Quote(SearchLexemes.ForBareWord(bare))})";

    private static string BuildPrefix(string token) =>
        TextFolding.RemoveDiacritics(token) is var bare ? $"({Quote(bare)}:* | {Quote(SearchLexemes.ForBareWord(bare))}:*)" : "";

    private static string? Join(IEnumerable<Term> parts, string separator)
    {
        var queries = parts.Select(TryBuild).ToList();
        return queries.Contains(null) ? null : $"({string.Join(separator, queries)})";
    }

    private static string Quote(string lexeme) =>
        "'" + lexeme.Replace("\\", @"\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal) + "'";
}
