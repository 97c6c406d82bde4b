namespace Sovia.Query.Language;

/// <summary>Splits a search into tokens. Every text can be split.</summary>
internal static class Lexer
{
    public static IEnumerable<SyntaxToken> Tokenize(string text)
    {
        for (var position = 0; position < text.Length;)
        {
            if (SyntaxCharacters.IsSpace(text[position]))
            {
                position++;
                continue;
            }
            var token = ReadToken(text, position);
            yield return token;
            position = token.End;
        }
    }

    private static SyntaxToken ReadToken(string text, int start)
    {
        var c = text[start];
        if (SyntaxCharacters.IsOpeningParenthesis(c)) return new(SyntaxToken.TokenKind.Open, start, 1, "(");
        if (SyntaxCharacters.IsClosingParenthesis(c)) return new(SyntaxToken.TokenKind.Close, start, 1, ")");
        if (SyntaxCharacters.IsPipe(c)) return Scan(SyntaxToken.TokenKind.Or, text, start, SyntaxCharacters.IsPipe);
        if (c == '-') return Scan(SyntaxToken.TokenKind.Not, text, start, dash => dash == '-');
        if (SyntaxCharacters.IsQuote(c)) return ReadPhrase(text, start, start);
        if (c == '=' && start + 1 < text.Length && SyntaxCharacters.IsQuote(text[start + 1])) return ReadPhrase(text, start, start + 1);
        return TryReadMetatag(text, start) ?? ReadChunk(text, start);
    }

    private static SyntaxToken Scan(SyntaxToken.TokenKind kind, string text, int start, Func<char, bool> predicate)
    {
        var end = start;
        while (end < text.Length && predicate(text[end])) end++;
        return new(kind, start, end - start, text[start..end]);
    }

    private static SyntaxToken ReadPhrase(string text, int start, int quote)
    {
        var end = quote + 1;
        while (end < text.Length && !SyntaxCharacters.IsQuote(text[end])) end++;
        var isClosed = end < text.Length;
        return new(SyntaxToken.TokenKind.Phrase, start, end - start + (isClosed ? 1 : 0), text[(quote + 1)..end]) { IsClosed = isClosed };
    }

    private static SyntaxToken? TryReadMetatag(string text, int start)
    {
        var colon = start;
        while (colon < text.Length && char.IsAsciiLetter(text[colon])) colon++;
        if (colon == start || colon == text.Length || !SyntaxCharacters.IsColon(text[colon])) return null;
        var items = ValueItem.ParseList(text, colon + 1, SyntaxCharacters.IsTerminator);
        return new(SyntaxToken.TokenKind.Metatag, start, items[^1].End - start, text[start..colon]) { Items = items };
    }

    private static SyntaxToken ReadChunk(string text, int start)
    {
        var chunk = Scan(SyntaxToken.TokenKind.Chunk, text, start, c => !SyntaxCharacters.IsTerminator(c) && !SyntaxCharacters.IsQuote(c));
        return chunk.Text.Equals("or", StringComparison.OrdinalIgnoreCase) ? chunk with { Kind = SyntaxToken.TokenKind.Or } : chunk;
    }
}
