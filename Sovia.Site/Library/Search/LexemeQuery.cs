namespace Sovia.Library.Search;

/// <summary>Terms that lexemes alone can answer, as the text of a tsquery.</summary>
internal static class LexemeQuery
{
    /// <summary>The tsquery, or null where the term needs more than lexemes.</summary>
    public static string? Of(Term term) => term switch
    {
        Term.Word { Exact: true } word => Quote(word.Token),
        Term.Word word => Inflected(Stem.Of(word.Token)),
        Term.Prefix prefix => Beginning(prefix.Token),
        Term.ModelIs model => Quote(Lexemes.Model(model.Model)),
        Term.ModeIs mode => Quote(Lexemes.Mode(mode.Mode)),
        Term.HostIs host => Quote(Lexemes.Host(host.Host)),
        Term.SeedIs seed => Quote(Lexemes.Seed(seed.Seed)),
        Term.SizeIs size => Quote(Lexemes.Size(size.Size)),
        Term.ShapeIs shape => Quote(Lexemes.Shape(shape.Shape)),
        Term.HasPrompt prompt => Quote(Lexemes.Prompted(prompt.Has)),
        Term.IsSafe safe => Quote(Lexemes.Safe(safe.Safe)),
        Term.IsFlagged flag => Quote(Lexemes.Flag(flag.Flag)),
        Term.Except except => Of(except.Other) is { } other ? $"!({other})" : null,
        Term.AllOf { Parts.Length: > 0 } all => Join(all.Parts, " & "),
        Term.AnyOf { Parts.Length: > 0 } any => Join(any.Parts, " | "),
        _ => null,
    };

    /// <summary>
    /// What a family must hold if one of its posts matches, as the text of a tsquery; null where nothing can be said. What a post lacks
    /// its family may have, so only what must be there counts.
    /// </summary>
    public static string? NeededOfFamily(Term term) => term switch
    {
        Term.Word or Term.Prefix or Term.HasPrompt { Has: true } or Term.IsSafe { Safe: false } or Term.IsFlagged or Term.HostIs or Term.ShapeIs
            or Term.ModelIs { Model: not null } or Term.ModeIs { Mode: not null } or Term.SeedIs { Seed: not null } or Term.SizeIs { Size: not null } => Of(term),
        Term.Phrase phrase => WordsOf(phrase),
        Term.Compound compound => WordsOf(compound),
        Term.AllOf all => all.Parts.Select(NeededOfFamily).OfType<string>().ToList() is { Count: > 0 } needed ? $"({string.Join(" & ", needed)})" : null,
        Term.AnyOf { Parts.Length: > 0 } any => any.Parts.Select(NeededOfFamily).ToList() is var needed && !needed.Contains(null) ? $"({string.Join(" | ", needed)})" : null,
        _ => null,
    };

    /// <summary>The words that a phrase is made of.</summary>
    public static string WordsOf(Term.Phrase phrase) => $"({string.Join(" & ", phrase.Tokens.Distinct().Select(Quote))})";

    /// <inheritdoc cref="WordsOf(Term.Phrase)"/>
    public static string WordsOf(Term.Compound compound)
    {
        var whole = compound.IsOpen ? compound.Tokens.SkipLast(1) : compound.Tokens;
        var words = whole.Select(Fold.Bare).Distinct().Select(Bare);
        return $"({string.Join(" & ", compound.IsOpen ? words.Append(Beginning(compound.Tokens[^1])) : words)})";
    }

    // A word that is its own stem is stored as itself only, and behind a sign where it is written with marks.
    private static string Inflected(string stem) =>
        Stem.Of(stem) == stem ? $"({Quote(stem)} | {Quote(Lexemes.Bare(stem))} | {Quote(Lexemes.Stem(stem))})" : Quote(Lexemes.Stem(stem));

    private static string Bare(string bare) => $"({Quote(bare)} | {Quote(Lexemes.Bare(bare))})";

    private static string Beginning(string token) => Fold.Bare(token) is var bare ? $"({Quote(bare)}:* | {Quote(Lexemes.Bare(bare))}:*)" : "";

    private static string? Join(IEnumerable<Term> parts, string by)
    {
        var queries = parts.Select(Of).ToList();
        return queries.Contains(null) ? null : $"({string.Join(by, queries)})";
    }

    private static string Quote(string lexeme) =>
        "'" + lexeme.Replace("\\", @"\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal) + "'";
}
