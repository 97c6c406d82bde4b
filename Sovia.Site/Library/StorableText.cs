namespace Sovia.Library;

/// <summary>Makes third-party text storable: limits its length, and replaces characters that PostgreSQL cannot store.</summary>
public static class StorableText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Truncates a text that is too long, and appends an ellipsis.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxLength">The maximum number of UTF-16 units.</param>
    public static string Truncate(string text, int maxLength)
    {
        if (text.Length <= maxLength) return text;
        var end = maxLength - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
    }

    /// <summary>
    /// Sanitises a name or a message: truncates it, and replaces NULs, other control characters and unpaired surrogates.
    /// </summary>
    public static string SanitizeLine(string text, int maxLength)
    {
        text = Truncate(text, maxLength);
        return IsPlain(text) ? text : string.Concat(text.EnumerateRunes()
            .Select(rune => System.Text.Rune.IsControl(rune) ? Replacement.ToString() : rune.ToString()));
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (char.IsControl(c) || char.IsSurrogate(c)) return false;
        return true;
    }
}
