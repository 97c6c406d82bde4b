using System.Text.RegularExpressions;
using DiffPlex;

namespace Sovia.Compare;

/// <summary>How one text differs from another, word by word.</summary>
/// <param name="Pieces">Both texts in one: without what was added it is the first, without what was removed the second.</param>
/// <param name="ChangedWords">How many words were added or removed; a word that became another counts once.</param>
/// <param name="IsTruncated">Whether the texts are longer than what is compared; their ends are then taken to differ as a whole.</param>
public sealed partial record WordDiff(IReadOnlyList<WordDiffPiece> Pieces, int ChangedWords, bool IsTruncated)
{
    /// <summary>The most words of a text that are compared. The time grows with their square where nothing is the same.</summary>
    public const int MaxWords = 1_000;

    // Scripts that put no spaces between words go sign by sign.
    private const string Unspaced = @"[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}\p{IsThai}]";

    // A word goes on with letters, digits and what combines with them, and with apostrophes and hyphens inside.
    private const string Rest = "(?:(?!" + Unspaced + @")[\p{L}\p{N}\p{M}_]|['’\-](?=[\p{L}\p{N}]))*";

    private static readonly Chunker Words = new();

    /// <summary>Whether the texts are the same.</summary>
    public bool IsSame => ChangedWords == 0;

    /// <summary>Compares two texts.</summary>
    public static WordDiff Compute(string before, string after)
    {
        var ((from, fromEnd), (to, toEnd)) = (Cut(before), Cut(after));
        var found = Differ.Instance.CreateDiffs(from, to, ignoreWhiteSpace: false, ignoreCase: false, Words);
        var (pieces, changed, at, removed, added) = (new List<WordDiffPiece>(), 0, 0, "", "");
        foreach (var block in found.DiffBlocks)
        {
            var between = Text(found.PiecesOld, at, block.DeleteStartA - at);
            // A run of words that became another is read as a whole, and not word by word with the spaces that both have.
            if (removed.Length > 0 && added.Length > 0 && block is { DeleteCountA: > 0, InsertCountB: > 0 } && !Word().IsMatch(between))
                (removed, added) = (removed + between, added + between);
            else Flush(between);
            removed += Text(found.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            added += Text(found.PiecesNew, block.InsertStartB, block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }
        Flush(Text(found.PiecesOld, at, found.PiecesOld.Count - at));
        if (fromEnd == toEnd) Append(WordChange.Same, fromEnd);
        else
        {
            (removed, added) = (fromEnd, toEnd);
            Flush("");
        }
        return new(pieces, changed, fromEnd.Length + toEnd.Length > 0);

        // What has gathered, and what follows it in both.
        void Flush(string same)
        {
            changed += Math.Max(Append(WordChange.Removed, removed), Append(WordChange.Added, added));
            Append(WordChange.Same, same);
            (removed, added) = ("", "");
        }

        int Append(WordChange change, string text)
        {
            if (text.Length == 0) return 0;
            pieces.Add(new(change, text));
            // Spaces alone are a difference too, of one word at the least.
            return Math.Max(1, Word().Count(text));
        }
    }

    private static string Text(IReadOnlyList<string> words, int start, int count) => string.Concat(words.Skip(start).Take(count));

    private static (string Text, string End) Cut(string text) =>
        Piece().Matches(text) is { Count: > 2 * MaxWords } all ? (text[..all[2 * MaxWords].Index], text[all[2 * MaxWords].Index..])
        : (text, "");

    [GeneratedRegex(Unspaced + @"\p{M}*|[\p{L}\p{N}_]" + Rest + @"|\s+|(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|.)\p{M}*",
        RegexOptions.Singleline)]
    private static partial Regex Piece();

    [GeneratedRegex(Unspaced + @"|[\p{L}\p{N}]" + Rest)]
    private static partial Regex Word();

    private sealed class Chunker : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => [.. Piece().Matches(text).Select(match => match.Value)];
    }
}
