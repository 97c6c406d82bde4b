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
            using var document = JsonDocument.Parse(Repair(SafeText.Clean(text)), Options);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string Repair(string text)
    {
        if (!text.Contains("NaN", StringComparison.Ordinal) && !text.Contains("Infinity", StringComparison.Ordinal)
            && !text.Contains("\\u", StringComparison.Ordinal)) return text;
        var output = new StringBuilder(text.Length);
        var isInString = false;
        for (var i = 0; i < text.Length;)
        {
            var step = isInString ? CopyInString(text, i, output) : CopyOutsideString(text, i, output);
            if (step == 1 && text[i] == '"') isInString = !isInString;
            i += step;
        }

        return output.ToString();
    }

    private static int CopyOutsideString(string text, int i, StringBuilder output)
    {
        foreach (var word in (ReadOnlySpan<string>)["NaN", "-Infinity", "Infinity"])
            if (string.CompareOrdinal(text, i, word, 0, word.Length) == 0)
            {
                output.Append("null");
                return word.Length;
            }

        // A quote in a comment does not start a string.
        if (GetCommentLength(text, i) is > 0 and var length)
        {
            output.Append(' ');
            return length;
        }

        output.Append(text[i]);
        return 1;
    }

    private static int GetCommentLength(string text, int i)
    {
        if (text[i] != '/' || i + 1 >= text.Length || text[i + 1] is not ('/' or '*')) return 0;
        var end = text[i + 1] == '/' ? text.AsSpan(i + 2).IndexOfAny('\n', '\r') : text.AsSpan(i + 2).IndexOf("*/");
        return end < 0 ? text.Length - i : end + (text[i + 1] == '/' ? 2 : 4);
    }

    private static int CopyInString(string text, int i, StringBuilder output)
    {
        if (text[i] != '\\' || i + 1 >= text.Length)
        {
            output.Append(text[i]);
            return 1;
        }

        var length = text[i + 1] != 'u' || ParseEscape(text, i) is not { } unit ? 2
            : !char.IsSurrogate(unit) ? 6
            : char.IsHighSurrogate(unit) && ParseEscape(text, i + 6) is { } low && char.IsLowSurrogate(low) ? 12
            // Drops a lone surrogate, because the parser would reject the whole document.
            : -6;
        if (length > 0) output.Append(text, i, length);
        return Math.Abs(length);
    }

    private static char? ParseEscape(string text, int i) =>
        i + 6 <= text.Length && text[i] == '\\' && text[i + 1] == 'u'
        && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit
        : null;
}
