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
        var trimmed = chunk.TrimEnd('*');
        var words = Tokenizer.GetWords(trimmed).ToList();
        if (words.Count == 0) return ([], null);
        if (trimmed.Length < chunk.Length) return ([CreatePrefix(words)], null);
        var complaint = trimmed.Contains('*', StringComparison.Ordinal) ? "Use “*” only at the end of a word, as in drag*." : null;
        return ([chunk[0] == '=' ? CreatePhrase(words) : words.Count == 1 ? CreateWord(words[0]) : CreateCompound(words)], complaint);
    }

    /// <summary>Creates a node for consecutive words as written, or for one exact word. At least one word is required.</summary>
    public static SearchNode.Leaf CreatePhrase(IReadOnlyList<string> words)
    {
        if (words.Count == 1) return CreateExactWord(words[0]);
        var head = words.Take(MaxPhraseLength).ToList();
        // Words of scripts without spaces are joined without a space, and have no diacritics to ignore.
        return new SearchNode.Leaf(new Term.Phrase([.. head]), head.TrueForAll(Tokenizer.IsSingleCharacterWord) ? string.Concat(head)
            : $"\"{string.Join(' ', head)}\"");
    }

    /// <summary>Creates a node for words of which the last is a prefix. At least one word is required.</summary>
    public static SearchNode.Leaf CreatePrefix(IReadOnlyList<string> words) => words.Count == 1
        ? new SearchNode.Leaf(new Term.Prefix(words[0]), $"{words[0]}*")
        : CreateCompound([.. words.Take(MaxPhraseLength)], endsWithPrefix: true);

    // The word "or" is written as exact, because the bare word is the operator.
    private static SearchNode.Leaf CreateWord(string word) =>
        word == "or" ? CreateExactWord(word) : new SearchNode.Leaf(new Term.Word(word, Exact: false), word);

    private static SearchNode.Leaf CreateExactWord(string word) => new(new Term.Word(word, Exact: true), $"={word}");

    private static SearchNode.Leaf CreateCompound(List<string> words, bool endsWithPrefix = false)
    {
        if (!endsWithPrefix && words.TrueForAll(Tokenizer.IsSingleCharacterWord)) return CreatePhrase(words);
        var head = words.Take(MaxPhraseLength).ToList();
        return new(new Term.Compound([.. head], endsWithPrefix), $"{string.Join('-', head)}{(endsWithPrefix ? "*" : "")}");
    }
}
