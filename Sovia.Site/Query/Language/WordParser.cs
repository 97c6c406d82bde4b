using Sovia.Query.Terms;
using Sovia.Text;

namespace Sovia.Query.Language;

/// <summary>What words and phrases mean and how they are written.</summary>
internal static class WordParser
{
    /// <summary>More words of one phrase find nothing else any more.</summary>
    public const int MaxPhraseLength = 100;

    /// <summary>A run without spaces; no nodes where it holds no word.</summary>
    public static (IReadOnlyList<SearchNode.Leaf> Nodes, string? Complaint) ParseChunk(string chunk)
    {
        var stem = chunk.TrimEnd('*');
        var words = Tokenizer.GetWords(stem).ToList();
        if (words.Count == 0) return ([], null);
        if (stem.Length < chunk.Length) return ([CreatePrefix(words)], null);
        var star = stem.Contains('*', StringComparison.Ordinal) ? "Use “*” only at the end of a word, as in drag*." : null;
        return ([chunk[0] == '=' ? CreatePhrase(words) : words.Count == 1 ? Word(words[0]) : Compound(words)], star);
    }

    /// <summary>Words that stand one behind the other as written; one alone is looked for exactly. There must be one.</summary>
    public static SearchNode.Leaf CreatePhrase(IReadOnlyList<string> words)
    {
        if (words.Count == 1) return Exactly(words[0]);
        var some = words.Take(MaxPhraseLength).ToList();
        // Scripts that put no spaces between words are not made to, and have no marks to leave out.
        return new SearchNode.Leaf(new Term.Phrase([.. some]), some.TrueForAll(Tokenizer.IsSingleCharacterWord) ? string.Concat(some)
            : $"\"{string.Join(' ', some)}\"");
    }

    /// <summary>Words of which the last may go on; there must be one.</summary>
    public static SearchNode.Leaf CreatePrefix(IReadOnlyList<string> words) => words.Count == 1
        ? new SearchNode.Leaf(new Term.Prefix(words[0]), $"{words[0]}*")
        : Compound([.. words.Take(MaxPhraseLength)], isOpen: true);

    // The word "or" can only be meant as it is written: bare, it would be the other thing.
    private static SearchNode.Leaf Word(string word) =>
        word == "or" ? Exactly(word) : new SearchNode.Leaf(new Term.Word(word, Exact: false), word);

    private static SearchNode.Leaf Exactly(string word) => new(new Term.Word(word, Exact: true), $"={word}");

    private static SearchNode.Leaf Compound(List<string> words, bool isOpen = false)
    {
        if (!isOpen && words.TrueForAll(Tokenizer.IsSingleCharacterWord)) return CreatePhrase(words);
        var some = words.Take(MaxPhraseLength).ToList();
        return new(new Term.Compound([.. some], isOpen), $"{string.Join('-', some)}{(isOpen ? "*" : "")}");
    }
}
