using Sovia.Library.Search;

namespace Sovia.Library.Language;

/// <summary>Finds in a text what a search looked for there: words by their stem, by their start or exactly, and phrases.</summary>
public sealed class Highlights
{
    private readonly HashSet<string> words = [], stems = [];

    // Stemming changes endings only, so most words can be passed over by their first letter.
    private readonly HashSet<char> begins = [];
    private readonly List<string> prefixes = [];
    private readonly List<IReadOnlyList<string>> phrases = [];

    private Highlights() { }

    /// <summary>What to mark for a term. What must not be there is not marked.</summary>
    public static Highlights Of(Term term)
    {
        var highlights = new Highlights();
        highlights.Gather(term);
        return highlights;
    }

    /// <summary>Whether there is anything to mark in any text.</summary>
    public bool IsEmpty => words.Count + stems.Count + prefixes.Count + phrases.Count == 0;

    /// <summary>What to mark in a text: start and length in UTF-16 units, in order, never overlapping.</summary>
    public IEnumerable<(int Start, int Length)> In(string? text)
    {
        if (text is null || IsEmpty) yield break;
        var standing = Words.WithPlaces(text).ToList();
        var (start, end) = (0, 0);
        foreach (var (from, to) in Marks(standing).Order())
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

    private IEnumerable<(int From, int To)> Marks(List<(string Token, int Start, int Length)> standing)
    {
        for (var at = 0; at < standing.Count; at++)
        {
            var (token, start, length) = standing[at];
            if (IsWanted(token)) yield return (start, start + length);
            foreach (var phrase in phrases.Where(phrase => StandsAt(standing, at, phrase)))
                yield return (start, standing[at + phrase.Count - 1] is var last ? last.Start + last.Length : 0);
        }
    }

    private bool IsWanted(string token) =>
        words.Contains(token)
        || (begins.Contains(token[0]) && stems.Contains(Stem.Of(token)))
        || prefixes.Exists(prefix => token.StartsWith(prefix, StringComparison.Ordinal));

    private static bool StandsAt(List<(string Token, int Start, int Length)> standing, int at, IReadOnlyList<string> phrase) =>
        at + phrase.Count <= standing.Count && phrase.Select((token, place) => standing[at + place].Token == token).All(same => same);

    private void Gather(Term term)
    {
        switch (term)
        {
            case Term.AllOf all:
                foreach (var part in all.Parts) Gather(part);
                break;
            case Term.AnyOf any:
                foreach (var part in any.Parts) Gather(part);
                break;
            case Term.Word { Exact: true } word:
                words.Add(word.Token);
                break;
            case Term.Word word:
                var stem = Stem.Of(word.Token);
                stems.Add(stem);
                begins.Add(stem[0]);
                break;
            case Term.Prefix prefix:
                prefixes.Add(prefix.Token);
                break;
            case Term.Phrase { Tokens.IsEmpty: false } phrase:
                phrases.Add(phrase.Tokens);
                break;
        }
    }
}
