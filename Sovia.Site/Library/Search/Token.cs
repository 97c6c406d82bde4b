using System.Collections.Immutable;
using System.Text;

namespace Sovia.Library.Search;

/// <summary>A word as it is indexed.</summary>
internal sealed class Token
{
    private Token(string word, ImmutableArray<(Token Token, int Start, int Length)> parts)
    {
        (Word, Bare, Parts) = (word, Fold.Bare(word), parts);
        List<string> lexemes = [word];
        if (Bare != word) lexemes.Add(Search.Lexemes.Bare(Bare));
        if (Stem.LexemeOf(word) is { } stem) lexemes.Add(stem);
        foreach (var part in parts) lexemes.AddRange(part.Token.Lexemes);
        Lexemes = [.. lexemes.Distinct()];
        Size = Math.Max(Encoding.UTF8.GetByteCount(word) * 2, Lexemes.Sum(Encoding.UTF8.GetByteCount));
    }

    /// <summary>As <see cref="Fold.Case"/> gives it.</summary>
    public string Word { get; }

    /// <summary>As <see cref="Fold.Bare"/> gives it; the same text where it has no marks.</summary>
    public string Bare { get; }

    /// <summary>All that it is found by, itself first.</summary>
    public ImmutableArray<string> Lexemes { get; }

    /// <summary>The words that capitals mark within it, with where each stands; nearly always none.</summary>
    public ImmutableArray<(Token Token, int Start, int Length)> Parts { get; }

    /// <summary>How many bytes it takes in a row at the most.</summary>
    public int Size { get; }

    /// <summary>The token of a word.</summary>
    public static Token Of(string word) => new(word, []);

    /// <summary>The token of a word that is made of others.</summary>
    public static Token Of(string word, IEnumerable<(Token Token, int Start, int Length)> parts) => new(word, [.. parts]);
}
