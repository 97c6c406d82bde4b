using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sovia.Metadata.Texts;

/// <summary>Parses JSON as generators write it: with NaN and Infinity (from Python) and with escapes of invalid characters.</summary>
internal static class LenientJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Parses the text; ValueKind is Undefined if it isn't JSON.</summary>
    public static JsonElement Parse(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..]) return default;
        try
        {
            using var document = JsonDocument.Parse(Mended(SafeText.Clean(text)), Options);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string Mended(string text)
    {
        if (!text.Contains("NaN", StringComparison.Ordinal) && !text.Contains("Infinity", StringComparison.Ordinal)
            && !text.Contains("\\u", StringComparison.Ordinal)) return text;
        var mended = new StringBuilder(text.Length);
        var quoted = false;
        for (var at = 0; at < text.Length;)
        {
            var step = quoted ? InString(text, at, mended) : OutsideString(text, at, mended);
            if (step == 1 && text[at] == '"') quoted = !quoted;
            at += step;
        }

        return mended.ToString();
    }

    private static int OutsideString(string text, int at, StringBuilder mended)
    {
        foreach (var word in (ReadOnlySpan<string>)["NaN", "-Infinity", "Infinity"])
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
            {
                mended.Append("null");
                return word.Length;
            }

        // A quote in a comment does not start a string.
        if (CommentLength(text, at) is > 0 and var length)
        {
            mended.Append(' ');
            return length;
        }

        mended.Append(text[at]);
        return 1;
    }

    private static int CommentLength(string text, int at)
    {
        if (text[at] != '/' || at + 1 >= text.Length || text[at + 1] is not ('/' or '*')) return 0;
        var end = text[at + 1] == '/' ? text.AsSpan(at + 2).IndexOfAny('\n', '\r') : text.AsSpan(at + 2).IndexOf("*/");
        return end < 0 ? text.Length - at : end + (text[at + 1] == '/' ? 2 : 4);
    }

    private static int InString(string text, int at, StringBuilder mended)
    {
        if (text[at] != '\\' || at + 1 >= text.Length)
        {
            mended.Append(text[at]);
            return 1;
        }

        var length = text[at + 1] != 'u' || Unit(text, at) is not { } unit ? 2
            : !char.IsSurrogate(unit) ? 6
            : char.IsHighSurrogate(unit) && Unit(text, at + 6) is { } low && char.IsLowSurrogate(low) ? 12
            // Drops a lone surrogate, because the parser would reject the whole document.
            : -6;
        if (length > 0) mended.Append(text, at, length);
        return Math.Abs(length);
    }

    private static char? Unit(string text, int at) =>
        at + 6 <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
        && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit
        : null;
}
