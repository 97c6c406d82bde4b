namespace Sovia.Query.Language;

/// <summary>The characters that mean something, with what keyboards and phones put in their stead.</summary>
internal static class SyntaxCharacters
{
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || char.IsControl(c);

    public static bool IsOpeningParenthesis(char c) => c is '(' or '（';

    public static bool IsClosingParenthesis(char c) => c is ')' or '）';

    public static bool IsPipe(char c) => c is '|' or '｜';

    public static bool IsColon(char c) => c is ':' or '：';

    public static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '‟' or '＂';

    /// <summary>Whether a word or an unquoted value ends here.</summary>
    public static bool IsTerminator(char c) => IsSpace(c) || IsOpeningParenthesis(c) || IsClosingParenthesis(c) || IsPipe(c);

    /// <summary>
    /// The same text at the same places, without what neither PostgreSQL nor an address can hold: NUL and half a surrogate pair.
    /// </summary>
    public static string ReplaceUnstorable(string text)
    {
        var bad = Enumerable.Range(0, text.Length).Where(at => text[at] == '\0' || IsHalf(text, at)).ToHashSet();
        return bad.Count == 0 ? text : string.Concat(text.Select((c, at) => bad.Contains(at) ? '\uFFFD' : c));
    }

    /// <summary>At most so many characters, and no half of one.</summary>
    public static string Truncate(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private static bool IsHalf(string text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at]) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));
}
