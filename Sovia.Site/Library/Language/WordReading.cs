using Sovia.Library.Search;

namespace Sovia.Library.Language;

/// <summary>What words and phrases mean and how they are written.</summary>
internal static class WordReading
{
    /// <summary>More words of one phrase find nothing else any more.</summary>
    public const int LongestPhrase = 100;

    /// <summary>A run without spaces; no nodes where it holds no word.</summary>
    public static (IReadOnlyList<Node.Leaf> Nodes, string? Complaint) Chunk(string chunk)
    {
        var stem = chunk.TrimEnd('*');
        var words = Words.In(stem).ToList();
        if (words.Count == 0) return ([], null);
        if (stem.Length < chunk.Length) return ([Beginning(words)], null);
        var star = stem.Contains('*', StringComparison.Ordinal) ? "Use “*” only at the end of a word, as in drag*." : null;
        return ([chunk[0] == '=' ? Phrase(words) : words.Count == 1 ? Word(words[0]) : Compound(words)], star);
    }

    /// <summary>Words that stand one behind the other as written; one alone is looked for exactly. There must be one.</summary>
    public static Node.Leaf Phrase(IReadOnlyList<string> words)
    {
        if (words.Count == 1) return Exactly(words[0]);
        var some = words.Take(LongestPhrase).ToList();
        // Scripts that put no spaces between words are not made to, and have no marks to leave out.
        return new Node.Leaf(new Term.Phrase([.. some]), some.TrueForAll(Words.StandsAlone) ? string.Concat(some) : $"\"{string.Join(' ', some)}\"");
    }

    /// <summary>Words of which the last may go on; there must be one.</summary>
    public static Node.Leaf Beginning(IReadOnlyList<string> words) => words.Count == 1
        ? new Node.Leaf(new Term.Prefix(words[0]), $"{words[0]}*")
        : Compound([.. words.Take(LongestPhrase)], isOpen: true);

    // The word "or" can only be meant as it is written: bare, it would be the other thing.
    private static Node.Leaf Word(string word) => word == "or" ? Exactly(word) : new Node.Leaf(new Term.Word(word, Exact: false), word);

    private static Node.Leaf Exactly(string word) => new(new Term.Word(word, Exact: true), $"={word}");

    private static Node.Leaf Compound(List<string> words, bool isOpen = false)
    {
        if (!isOpen && words.TrueForAll(Words.StandsAlone)) return Phrase(words);
        var some = words.Take(LongestPhrase).ToList();
        return new(new Term.Compound([.. some], isOpen), $"{string.Join('-', some)}{(isOpen ? "*" : "")}");
    }
}
