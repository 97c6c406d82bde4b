using System.Text.RegularExpressions;
using DiffPlex;

namespace Sovia.Compare;

/// <summary>A word-by-word difference between two texts.</summary>
/// <param name="Pieces">Both texts merged: the pieces without additions form the first text, those without removals the second.</param>
/// <param name="ChangedWords">The number of added or removed words; a replaced word counts once.</param>
/// <param name="IsTruncated">Whether a text exceeds the limit; the rest of both texts then counts as one difference.</param>
public sealed partial record WordDiff(IReadOnlyList<WordDiffPiece> Pieces, int ChangedWords, bool IsTruncated)
{
    /// <summary>The maximum number of compared words per text, because the time is quadratic if the texts have nothing in common.</summary>
    public const int MaxWords = 1_000;

    // Characters of scripts without spaces between words, each of which is a word of its own.
    private const string Unspaced = @"[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}\p{IsThai}]";

    // Following characters of a word: letters, digits, combining marks, and apostrophes and hyphens inside it.
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
            // Merge a run of replaced words into one difference, instead of splitting it at the unchanged spaces.
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

        // Emits the collected differences, then the following text common to both.
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
            // A difference in white space only counts as one word.
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
