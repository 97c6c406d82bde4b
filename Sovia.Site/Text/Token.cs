using System.Collections.Immutable;
using System.Text;

namespace Sovia.Text;

/// <summary>A word as it is indexed.</summary>
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

    /// <summary>As <see cref="TextFolding.FoldCase"/> gives it.</summary>
    public string Word { get; }

    /// <summary>As <see cref="TextFolding.RemoveDiacritics"/> gives it; the same text where it has no marks.</summary>
    public string WithoutDiacritics { get; }

    /// <summary>All that it is found by, itself first.</summary>
    public ImmutableArray<string> Lexemes { get; }

    /// <summary>The words that capitals mark within it, with where each stands; nearly always none.</summary>
    public ImmutableArray<(Token Token, int Start, int Length)> Parts { get; }

    /// <summary>How many bytes it takes in a row at the most.</summary>
    public int MaxBytes { get; }

    /// <summary>The token of a word.</summary>
    public static Token Create(string word) => new(word, []);

    /// <summary>The token of a word that is made of others.</summary>
    public static Token Create(string word, IEnumerable<(Token Token, int Start, int Length)> parts) => new(word, [.. parts]);
}
