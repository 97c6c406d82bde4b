using System.Buffers;
using System.Text;
using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import;

/// <summary>
/// Reads text that PostgreSQL can hold and people can see: no NUL, no half surrogate pair, no control characters but tabs and line ends.
/// The raw source keeps what is replaced here.
/// </summary>
internal static class SourceText
{
    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code).Except("\t\n\r")]);

    /// <summary>The text, or null for anything but a string with something in it.</summary>
    /// <param name="value">Any JSON value.</param>
    /// <param name="mended">Set where something had to be replaced, left as it was otherwise.</param>
    public static string? ReadSanitised(JsonElement value, ref bool mended)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        var text = Decode(value);
        if (text.AsSpan().ContainsAny(Controls) || !IsWhole(text))
        {
            mended = true;
            text = Mend(text);
        }
        return text.Length == 0 ? null : text;
    }

    /// <summary>A string as it stands, half surrogate pairs and all; null for any other value.</summary>
    public static string? DecodeString(JsonElement value) => value.ValueKind == JsonValueKind.String ? Decode(value) : null;

    private static string Decode(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json refuses lone surrogates. Read the escapes by hand, as UTF-16 has them.
            return JsonEscapes.Decode(value.GetRawText().AsSpan()[1..^1]);
        }
    }

    private static bool IsWhole(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (var i = first < 0 ? text.Length : first; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }

    private static string Mend(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            // The ends of lines and pages of old are line ends; what no screen shows is left out.
            if (rune.Value is '\v' or '\f') whole.Append('\n');
            else if (!rune.IsBmp || !Controls.Contains((char)rune.Value)) whole.Append(rune.ToString());
        return whole.ToString();
    }
}
