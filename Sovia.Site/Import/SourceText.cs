using System.Buffers;
using System.Text;
using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import;

/// <summary>
/// Reads text that PostgreSQL can store and a screen can show: no NUL, no lone surrogates, no control characters except tabs and line
/// breaks. The raw source keeps the replaced characters.
/// </summary>
internal static class SourceText
{
    private static readonly SearchValues<char> ControlCharacters =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code).Except("\t\n\r")]);

    /// <summary>Returns the text, or null for an empty string or any other value.</summary>
    /// <param name="value">Any JSON value.</param>
    /// <param name="mended">Set to true if something was replaced, otherwise left unchanged.</param>
    public static string? ReadSanitised(JsonElement value, ref bool mended)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        var text = Decode(value);
        if (text.AsSpan().ContainsAny(ControlCharacters) || !HasOnlyPairedSurrogates(text))
        {
            mended = true;
            text = Sanitise(text);
        }
        return text.Length == 0 ? null : text;
    }

    /// <summary>Returns a string unchanged, including lone surrogates; null for any other value.</summary>
    public static string? DecodeString(JsonElement value) => value.ValueKind == JsonValueKind.String ? Decode(value) : null;

    private static string Decode(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Decodes the escapes by hand as UTF-16, because System.Text.Json rejects lone surrogates.
            return JsonEscapes.Decode(value.GetRawText().AsSpan()[1..^1]);
        }
    }

    private static bool HasOnlyPairedSurrogates(string text)
    {
        var firstSurrogate = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (var i = firstSurrogate < 0 ? text.Length : firstSurrogate; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }

    private static string Sanitise(string text)
    {
        var sanitised = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            // Vertical tabs and form feeds become line breaks; invisible characters are dropped.
            if (rune.Value is '\v' or '\f') sanitised.Append('\n');
            else if (!rune.IsBmp || !ControlCharacters.Contains((char)rune.Value)) sanitised.Append(rune.ToString());
        return sanitised.ToString();
    }
}
