namespace Sovia.Query.Language;

/// <summary>Splits a search into tokens. Every text can be split.</summary>
internal static class Lexer
{
    public static IEnumerable<SyntaxToken> Tokenize(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (SyntaxCharacters.IsSpace(text[at]))
            {
                at++;
                continue;
            }
            var syntaxToken = Next(text, at);
            yield return syntaxToken;
            at = syntaxToken.End;
        }
    }

    private static SyntaxToken Next(string text, int at)
    {
        var c = text[at];
        if (SyntaxCharacters.IsOpeningParenthesis(c)) return new(SyntaxToken.TokenKind.Open, at, 1, "(");
        if (SyntaxCharacters.IsClosingParenthesis(c)) return new(SyntaxToken.TokenKind.Close, at, 1, ")");
        if (SyntaxCharacters.IsPipe(c)) return Run(SyntaxToken.TokenKind.Or, text, at, SyntaxCharacters.IsPipe);
        if (c == '-') return Run(SyntaxToken.TokenKind.Not, text, at, dash => dash == '-');
        if (SyntaxCharacters.IsQuote(c)) return Phrase(text, at, at);
        if (c == '=' && at + 1 < text.Length && SyntaxCharacters.IsQuote(text[at + 1])) return Phrase(text, at, at + 1);
        return Metatag(text, at) ?? Chunk(text, at);
    }

    private static SyntaxToken Run(SyntaxToken.TokenKind kind, string text, int start, Func<char, bool> takes)
    {
        var end = start;
        while (end < text.Length && takes(text[end])) end++;
        return new(kind, start, end - start, text[start..end]);
    }

    private static SyntaxToken Phrase(string text, int start, int quote)
    {
        var end = quote + 1;
        while (end < text.Length && !SyntaxCharacters.IsQuote(text[end])) end++;
        var closed = end < text.Length;
        return new(SyntaxToken.TokenKind.Phrase, start, end - start + (closed ? 1 : 0), text[(quote + 1)..end]) { IsClosed = closed };
    }

    private static SyntaxToken? Metatag(string text, int start)
    {
        var colon = start;
        while (colon < text.Length && char.IsAsciiLetter(text[colon])) colon++;
        if (colon == start || colon == text.Length || !SyntaxCharacters.IsColon(text[colon])) return null;
        var items = ValueItem.ParseList(text, colon + 1, SyntaxCharacters.IsTerminator);
        return new(SyntaxToken.TokenKind.Metatag, start, items[^1].End - start, text[start..colon]) { Items = items };
    }

    private static SyntaxToken Chunk(string text, int start)
    {
        var chunk = Run(SyntaxToken.TokenKind.Chunk, text, start, c => !SyntaxCharacters.IsTerminator(c) && !SyntaxCharacters.IsQuote(c));
        return chunk.Text.Equals("or", StringComparison.OrdinalIgnoreCase) ? chunk with { Kind = SyntaxToken.TokenKind.Or } : chunk;
    }
}
