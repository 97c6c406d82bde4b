namespace Sovia.Query.Language;

/// <summary>The characters with a meaning in searches, including the variants that keyboards and phones insert.</summary>
internal static class SyntaxCharacters
{
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || char.IsControl(c);

    public static bool IsOpeningParenthesis(char c) => c is '(' or '（';

    public static bool IsClosingParenthesis(char c) => c is ')' or '）';

    public static bool IsPipe(char c) => c is '|' or '｜';

    public static bool IsColon(char c) => c is ':' or '：';

    public static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '‟' or '＂';

    /// <summary>Returns whether a character ends a word or an unquoted value.</summary>
    public static bool IsTerminator(char c) => IsSpace(c) || IsOpeningParenthesis(c) || IsClosingParenthesis(c) || IsPipe(c);

    /// <summary>Removes spaces from both ends, as <see cref="IsSpace"/> defines them.</summary>
    public static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsSpace(text[start])) start++;
        while (end > start && IsSpace(text[end - 1])) end--;
        return text[start..end];
    }

    /// <summary>
    /// Replaces characters that neither PostgreSQL nor a URL can hold (NUL and unpaired surrogates), so that positions in the text stay the
    /// same.
    /// </summary>
    public static string ReplaceUnstorable(string text)
    {
        var unstorable = Enumerable.Range(0, text.Length).Where(i => text[i] == '\0' || IsUnpairedSurrogate(text, i)).ToHashSet();
        return unstorable.Count == 0 ? text : string.Concat(text.Select((c, i) => unstorable.Contains(i) ? '\uFFFD' : c));
    }

    /// <summary>Truncates a text to a number of characters without splitting a surrogate pair.</summary>
    public static string Truncate(string text, int maxLength) =>
        text.Length <= maxLength ? text : text[..(char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)];

    private static bool IsUnpairedSurrogate(string text, int index) =>
        char.IsHighSurrogate(text[index]) ? index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1])
        : char.IsLowSurrogate(text[index]) && (index == 0 || !char.IsHighSurrogate(text[index - 1]));
}
