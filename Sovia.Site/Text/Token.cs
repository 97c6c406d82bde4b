using System.Collections.Immutable;
using System.Text;

namespace Sovia.Text;

/// <summary>A word with its index data.</summary>
internal sealed class Token
{
    private Token(string word, ImmutableArray<(Token Token, int Start, int Length)> parts)
    {
        (Word, WithoutDiacritics, Parts) = (word, TextFolding.RemoveDiacritics(word), parts);
        List<string> lexemes = [word];
        if (WithoutDiacritics != word) lexemes.Add(Sovia.Index.SearchLexemes.ForBareWord(WithoutDiacritics));
        if (Stemmer.GetStemLexeme(word) is { } stem) lexemes.Add(stem);
        foreach (var part in parts) lexemes.AddRange(part.Token.Lexemes);
        Lexemes = [.. lexemes.Distinct()];
        MaxBytes = Math.Max(Encoding.UTF8.GetByteCount(word) * 2, Lexemes.Sum(Encoding.UTF8.GetByteCount));
    }

    /// <summary>The word, as <see cref="TextFolding.FoldCase"/> returns it.</summary>
    public string Word { get; }

    /// <summary>
    /// The word, as <see cref="TextFolding.RemoveDiacritics"/> returns it; the same instance if it has no diacritics.
    /// </summary>
    public string WithoutDiacritics { get; }

    /// <summary>All lexemes of the word, itself first.</summary>
    public ImmutableArray<string> Lexemes { get; }

    /// <summary>The parts of a camel-case word, with their positions; nearly always empty.</summary>
    public ImmutableArray<(Token Token, int Start, int Length)> Parts { get; }

    /// <summary>The maximum number of bytes that the token takes in an index row.</summary>
    public int MaxBytes { get; }

    /// <summary>Creates the token of a word.</summary>
    public static Token Create(string word) => new(word, []);

    /// <summary>Creates the token of a word with parts.</summary>
    public static Token Create(string word, IEnumerable<(Token Token, int Start, int Length)> parts) => new(word, [.. parts]);
}
