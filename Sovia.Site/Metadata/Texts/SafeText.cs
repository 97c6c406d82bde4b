using System.Buffers;
using System.Text;

namespace Sovia.Metadata.Texts;

/// <summary>Makes text storable in PostgreSQL: no NUL and no lone surrogates.</summary>
internal static class SafeText
{
    private static readonly SearchValues<char> InvalidChars =
        SearchValues.Create([.. "\0", .. Enumerable.Range(0xD800, 0x800).Select(unit => (char)unit)]);

    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(InvalidChars)) return text;
        var cleaned = new StringBuilder(text.Length);
        for (var remaining = text.AsSpan(); !remaining.IsEmpty;)
        {
            var status = Rune.DecodeFromUtf16(remaining, out var rune, out var length);
            if (status == OperationStatus.Done && rune.Value != 0) cleaned.Append(remaining[..length]);
            remaining = remaining[length..];
        }

        return cleaned.ToString();
    }

    /// <summary>Returns the text cleaned and trimmed; null if nothing is left.</summary>
    public static string? CleanOrNull(string? text) =>
        string.IsNullOrWhiteSpace(text) || Clean(text).Trim() is not { Length: > 0 } cleaned ? null : cleaned;
}
