using Sovia.Query.Terms;
using Sovia.Text;

namespace Sovia.Query.Language;

/// <summary>Parses words and phrases into nodes.</summary>
internal static class WordParser
{
    /// <summary>The maximum number of words in a phrase, because more words do not narrow the results further.</summary>
    public const int MaxPhraseLength = 100;

    /// <summary>Parses a chunk without spaces; returns no nodes if it contains no word.</summary>
    public static (IReadOnlyList<SearchNode.Leaf> Nodes, string? Complaint) ParseChunk(string chunk)
    {
        var stem = chunk.TrimEnd('*');
        var words = Tokenizer.GetWords(stem).ToList();
        if (words.Count == 0) return ([], null);
        if (stem.Length < chunk.Length) return ([CreatePrefix(words)], null);
        var star = stem.Contains('*', StringComparison.Ordinal) ? "Use “*” only at the end of a word, as in drag*." : null;
        return ([chunk[0] == '=' ? CreatePhrase(words) : words.Count == 1 ? Word(words[0]) : Compound(words)], star);
    }

    /// <summary>Creates a node for consecutive words as written, or for one exact word. At least one word is required.</summary>
    public static SearchNode.Leaf CreatePhrase(IReadOnlyList<string> words)
    {
        if (words.Count == 1) return Exactly(words[0]);
        var some = words.Take(MaxPhraseLength).ToList();
        // Words of scripts without spaces are joined without a space, and have no diacritics to ignore.
        return new SearchNode.Leaf(new Term.Phrase([.. some]), some.TrueForAll(Tokenizer.IsSingleCharacterWord) ? string.Concat(some)
            : $"\"{string.Join(' ', some)}\"");
    }

    /// <summary>Creates a node for words of which the last is a prefix. At least one word is required.</summary>
    public static SearchNode.Leaf CreatePrefix(IReadOnlyList<string> words) => words.Count == 1
        ? new SearchNode.Leaf(new Term.Prefix(words[0]), $"{words[0]}*")
        : Compound([.. words.Take(MaxPhraseLength)], isOpen: true);

    // The word "or" is written as exact, because the bare word is the operator.
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
