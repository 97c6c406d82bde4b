namespace Sovia.Library;

/// <summary>
/// Texts of others as they may be kept: as long as they are meant to be, and with nothing in them that PostgreSQL cannot hold.
/// </summary>
public static class StorableText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text, cut where it is longer; an ellipsis tells.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">How many UTF-16 units it may have.</param>
    public static string Truncate(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = most - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
    }

    /// <summary>A name or a message: cut, and with a sign in place of each NUL, other control character and half surrogate pair.</summary>
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
