using System.Globalization;
using System.Text;

namespace Sovia.Library.Search;

/// <summary>
/// Cuts text into words, for the index and for what is looked for alike. A word is a run of letters, digits, marks and
/// underscores in any script, in lower case and compatibility form. Scripts that put no spaces between words give a word
/// a character, so that anything written in them is found as a phrase.
/// </summary>
public static class Words
{
    /// <summary>Longer words are cut: what is that long is data, not language.</summary>
    public const int LongestWord = 100;

    private const int MostKnown = 50_000;

    private static readonly Remembered<Token> Known = new(MostKnown), Foreign = new(MostKnown);

    /// <summary>The words of a text, in order.</summary>
    public static IEnumerable<string> In(string? text) => text is null ? [] : WithPlaces(text).Select(word => word.Token);

    /// <summary>The words of a text with where each stands in it: start and length in UTF-16 units of the text as given.</summary>
    public static IEnumerable<(string Token, int Start, int Length)> WithPlaces(string text)
    {
        var found = new List<(Token Token, int Start, int Length)>();
        Cut(text, found);
        return found.Select(one => (one.Token.Word, one.Start, one.Length));
    }

    /// <summary>Adds the words of a text to others.</summary>
    internal static void Cut(string text, List<(Token Token, int Start, int Length)> into)
    {
        for (var runs = new Runs(text); runs.Next(out var start, out var length);)
        {
            var run = text.AsSpan(start, length);
            if (Plain(run) is { } token || Foreign.TryGet(run, out token)) into.Add((token, start, length));
            else Cut(run.ToString(), start, into);
        }
    }

    // In compatibility form one run can become several, as a fraction does.
    private static void Cut(string run, int start, List<(Token Token, int Start, int Length)> into)
    {
        var before = into.Count;
        var form = Written(run);
        for (var parts = new Runs(form); parts.Next(out var from, out var count);) into.Add((Token.Of(Shorten(form.Substring(from, count))), start, run.Length));
        if (into.Count == before + 1 && run.Length <= LongestWord) Foreign.Keep(run, into[before].Token);
    }

    private static string Written(string run)
    {
        var form = run.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        // What an unseen sign held apart can be one letter now, and a word cut again must be the same word.
        return form.Any(IsUnwritten) ? string.Concat(form.Where(c => !IsUnwritten(c))).Normalize(NormalizationForm.FormKC) : form;
    }

    // What joins or parts letters without being seen, and what chooses between two looks of a sign.
    private static bool IsUnwritten(char c) =>
        c is >= '\uFE00' and <= '\uFE0F' || (!char.IsSurrogate(c) && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format);

    // Most words of most libraries, and all of them the same few again and again: no text is made of one that is known.
    private static Token? Plain(ReadOnlySpan<char> run)
    {
        if (run.Length > LongestWord || !Ascii.IsValid(run)) return null;
        Span<char> lower = stackalloc char[run.Length];
        Ascii.ToLower(run, lower, out _);
        if (Known.TryGet(lower, out var token)) return token;
        var word = lower.ToString();
        return Known.Keep(word, Token.Of(word));
    }

    private static string Shorten(string word) =>
        word.Length <= LongestWord ? word : word[..(char.IsHighSurrogate(word[LongestWord - 1]) ? LongestWord - 1 : LongestWord)];
}
