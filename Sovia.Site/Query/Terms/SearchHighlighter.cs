using Sovia.Text;

namespace Sovia.Query.Terms;

/// <summary>Finds the matches of a search in a text: words by stem, by prefix or exactly, and phrases.</summary>
public sealed class SearchHighlighter
{
    private readonly HashSet<string> words = [], stems = [];

    // Stemming changes only the ends of words, so most words can be skipped by their first letter.
    private readonly HashSet<char> firstLetters = [];
    private readonly List<string> prefixes = [];
    private readonly List<IReadOnlyList<string>> phrases = [];
    private readonly List<(IReadOnlyList<string> Bare, bool IsOpen)> compounds = [];

    private SearchHighlighter() { }

    /// <summary>Creates a highlighter for a term. Negated parts are not highlighted.</summary>
    public static SearchHighlighter Create(Term term)
    {
        var searchHighlighter = new SearchHighlighter();
        searchHighlighter.AddTerm(term);
        return searchHighlighter;
    }

    /// <summary>Whether there is nothing to highlight in any text.</summary>
    public bool IsEmpty => words.Count + stems.Count + prefixes.Count + phrases.Count + compounds.Count == 0;

    /// <summary>Returns the ranges to highlight: start and length in UTF-16 units, in order, without overlaps.</summary>
    public IEnumerable<(int Start, int Length)> FindRanges(string? text)
    {
        if (text is null || IsEmpty) yield break;
        var ranges = FindMatches(CreateWordSpans(Tokenizer.GetWordsWithOffsets(text)));
        if (Tokenizer.GetPartsWithOffsets(text) is { } parts) ranges = ranges.Concat(FindMatches(CreateWordSpans(parts)));
        var (start, end) = (0, 0);
        foreach (var (from, to) in ranges.Order())
        {
            if (from > end || end == 0)
            {
                if (end > 0) yield return (start, end - start);
                (start, end) = (from, to);
            }
            end = Math.Max(end, to);
        }
        if (end > 0) yield return (start, end - start);
    }

    private static List<WordSpan> CreateWordSpans(IEnumerable<(string Token, int Start, int Length)> words) =>
        [.. words.Select(word => new WordSpan(word.Token, TextFolding.RemoveDiacritics(word.Token), word.Start, word.Start + word.Length))];

    private IEnumerable<(int From, int To)> FindMatches(List<WordSpan> spans)
    {
        for (var index = 0; index < spans.Count; index++)
        {
            var wordSpan = spans[index];
            if (IsMatch(wordSpan)) yield return (wordSpan.From, wordSpan.To);
            foreach (var phrase in phrases.Where(phrase => MatchesAt(spans, index, phrase)))
                yield return (wordSpan.From, spans[index + phrase.Count - 1].To);
            foreach (var (bareTokens, _) in compounds.Where(compound => MatchesAt(spans, index, compound.Bare, compound.IsOpen)))
                yield return (wordSpan.From, spans[index + bareTokens.Count - 1].To);
        }
    }

    private bool IsMatch(WordSpan wordSpan) =>
        words.Contains(wordSpan.Token)
        || (firstLetters.Contains(wordSpan.Bare[0]) && stems.Contains(Stemmer.GetStem(wordSpan.Token)))
        || prefixes.Exists(prefix => wordSpan.Bare.StartsWith(prefix, StringComparison.Ordinal));

    private static bool MatchesAt(List<WordSpan> spans, int index, IReadOnlyList<string> phrase) =>
        index + phrase.Count <= spans.Count && phrase.Select((token, offset) => spans[index + offset].Token == token).All(isSame => isSame);

    private static bool MatchesAt(List<WordSpan> spans, int index, IReadOnlyList<string> bareTokens, bool isPrefix) =>
        index + bareTokens.Count <= spans.Count && bareTokens.Select((token, offset) => spans[index + offset].Bare is var word
            && (word == token || (isPrefix && offset == bareTokens.Count - 1 && word.StartsWith(token, StringComparison.Ordinal))))
            .All(isSame => isSame);

    private void AddTerm(Term term)
    {
        switch (term)
        {
            case Term.AllOf all:
                foreach (var part in all.Parts) AddTerm(part);
                break;
            case Term.AnyOf any:
                foreach (var part in any.Parts) AddTerm(part);
                break;
            case Term.Word { Exact: true } word:
                words.Add(word.Token);
                break;
            case Term.Word word:
                var stem = Stemmer.GetStem(word.Token);
                stems.Add(stem);
                firstLetters.Add(stem[0]);
                break;
            case Term.Prefix prefix:
                prefixes.Add(TextFolding.RemoveDiacritics(prefix.Token));
                break;
            case Term.Phrase { Tokens.IsEmpty: false } phrase:
                phrases.Add(phrase.Tokens);
                break;
            case Term.Compound { Tokens.IsEmpty: false } compound:
                compounds.Add(([.. compound.Tokens.Select(TextFolding.RemoveDiacritics)], compound.EndsWithPrefix));
                break;
        }
    }

    private readonly record struct WordSpan(string Token, string Bare, int From, int To);
}
