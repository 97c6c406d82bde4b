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
        if (stem.Length < chunk.Length) return Prefix(words);
        var star = stem.Contains('*', StringComparison.Ordinal) ? "A “*” stands only at the end of a word, as in “drag*”." : null;
        return ([words.Count == 1 && chunk[0] != '=' ? Word(words[0]) : Phrase(words)], star);
    }

    /// <summary>Words that stand one behind the other; one alone is looked for exactly. There must be one.</summary>
    public static Node.Leaf Phrase(IReadOnlyList<string> words)
    {
        if (words.Count == 1) return Exactly(words[0]);
        var some = words.Take(LongestPhrase).ToList();
        // Scripts that put no spaces between words are not made to.
        var joined = string.Concat(some);
        return new Node.Leaf(new Term.Phrase([.. some]), Words.In(joined).SequenceEqual(some) ? joined : $"\"{string.Join(' ', some)}\"");
    }

    // The word "or" can only be meant as it is written: bare, it would be the other thing.
    private static Node.Leaf Word(string word) => word == "or" ? Exactly(word) : new Node.Leaf(new Term.Word(word, Exact: false), word);

    private static Node.Leaf Exactly(string word) => new(new Term.Word(word, Exact: true), $"={word}");

    private static (IReadOnlyList<Node.Leaf> Nodes, string? Complaint) Prefix(List<string> words)
    {
        var last = new Node.Leaf(new Term.Prefix(words[^1]), $"{words[^1]}*");
        return words.Count == 1
            ? ([last], null)
            : ([Phrase(words[..^1]), last], $"A “*” belongs to one word: looked for are “{string.Join(' ', words[..^1])}” and, anywhere, words that begin with “{words[^1]}”.");
    }
}
