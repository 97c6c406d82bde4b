namespace Sovia.Library;

/// <summary>Makes third-party text storable: limits its length, and replaces characters that PostgreSQL cannot store.</summary>
public static class StorableText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Truncates a text that is too long, and appends an ellipsis.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">The maximum number of UTF-16 units.</param>
    public static string Truncate(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = most - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
    }

    /// <summary>
    /// Sanitises a name or a message: truncates it, and replaces NULs, other control characters and unpaired surrogates.
    /// </summary>
    public static string SanitizeLine(string text, int most)
    {
        text = Truncate(text, most);
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
