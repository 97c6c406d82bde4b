namespace Sovia.Library.Search;

/// <summary>A word as it is indexed.</summary>
/// <param name="Word">In lower case and compatibility form.</param>
/// <param name="Stem">The lexeme of its stem; null where it is its own.</param>
internal sealed record Token(string Word, string? Stem)
{
    /// <summary>The token of a word.</summary>
    public static Token Of(string word) => new(word, Search.Stem.LexemeOf(word));
}
