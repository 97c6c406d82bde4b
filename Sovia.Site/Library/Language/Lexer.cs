namespace Sovia.Library.Language;

/// <summary>Cuts a search into its smallest parts. Every text can be cut.</summary>
internal static class Lexer
{
    public static IEnumerable<Lexeme> Cut(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (Signs.IsSpace(text[at]))
            {
                at++;
                continue;
            }
            var lexeme = Next(text, at);
            yield return lexeme;
            at = lexeme.End;
        }
    }

    private static Lexeme Next(string text, int at)
    {
        var c = text[at];
        if (Signs.IsOpen(c)) return new(Lexeme.Of.Open, at, 1, "(");
        if (Signs.IsClose(c)) return new(Lexeme.Of.Close, at, 1, ")");
        if (Signs.IsBar(c)) return Run(Lexeme.Of.Or, text, at, Signs.IsBar);
        if (c == '-') return Run(Lexeme.Of.Not, text, at, dash => dash == '-');
        if (Signs.IsQuote(c)) return Phrase(text, at, at);
        if (c == '=' && at + 1 < text.Length && Signs.IsQuote(text[at + 1])) return Phrase(text, at, at + 1);
        return Metatag(text, at) ?? Chunk(text, at);
    }

    private static Lexeme Run(Lexeme.Of kind, string text, int start, Func<char, bool> takes)
    {
        var end = start;
        while (end < text.Length && takes(text[end])) end++;
        return new(kind, start, end - start, text[start..end]);
    }

    private static Lexeme Phrase(string text, int start, int quote)
    {
        var end = quote + 1;
        while (end < text.Length && !Signs.IsQuote(text[end])) end++;
        var closed = end < text.Length;
        return new(Lexeme.Of.Phrase, start, end - start + (closed ? 1 : 0), text[(quote + 1)..end]) { IsClosed = closed };
    }

    private static Lexeme? Metatag(string text, int start)
    {
        var colon = start;
        while (colon < text.Length && char.IsAsciiLetter(text[colon])) colon++;
        if (colon == start || colon == text.Length || !Signs.IsColon(text[colon])) return null;
        var items = ValueItem.ListAt(text, colon + 1, Signs.Ends);
        return new(Lexeme.Of.Metatag, start, items[^1].End - start, text[start..colon]) { Items = items };
    }

    private static Lexeme Chunk(string text, int start)
    {
        var chunk = Run(Lexeme.Of.Chunk, text, start, c => !Signs.Ends(c) && !Signs.IsQuote(c));
        return chunk.Text.Equals("or", StringComparison.OrdinalIgnoreCase) ? chunk with { Kind = Lexeme.Of.Or } : chunk;
    }
}
