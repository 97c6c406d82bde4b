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
    private const string WordRest = "(?:(?!" + Unspaced + @")[\p{L}\p{N}\p{M}_]|['’\-](?=[\p{L}\p{N}]))*";

    private static readonly Chunker WordChunker = new();

    /// <summary>Whether the texts are the same.</summary>
    public bool IsSame => ChangedWords == 0;

    /// <summary>Compares two texts.</summary>
    public static WordDiff Compute(string before, string after)
    {
        var ((oldText, oldRest), (newText, newRest)) = (SplitAtLimit(before), SplitAtLimit(after));
        var diff = Differ.Instance.CreateDiffs(oldText, newText, ignoreWhiteSpace: false, ignoreCase: false, WordChunker);
        var (pieces, changedWords, position, removed, added) = (new List<WordDiffPiece>(), 0, 0, "", "");
        foreach (var block in diff.DiffBlocks)
        {
            var unchanged = JoinWords(diff.PiecesOld, position, block.DeleteStartA - position);
            // Merge a run of replaced words into one difference, instead of splitting it at the unchanged spaces.
            if (removed.Length > 0 && added.Length > 0 && block is { DeleteCountA: > 0, InsertCountB: > 0 } && !Word().IsMatch(unchanged))
                (removed, added) = (removed + unchanged, added + unchanged);
            else Flush(unchanged);
            removed += JoinWords(diff.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            added += JoinWords(diff.PiecesNew, block.InsertStartB, block.InsertCountB);
            position = block.DeleteStartA + block.DeleteCountA;
        }
        Flush(JoinWords(diff.PiecesOld, position, diff.PiecesOld.Count - position));
        if (oldRest == newRest) Append(WordChange.Same, oldRest);
        else
        {
            (removed, added) = (oldRest, newRest);
            Flush("");
        }
        return new(pieces, changedWords, oldRest.Length + newRest.Length > 0);

        // Emits the collected differences, then the following text common to both.
        void Flush(string sameText)
        {
            changedWords += Math.Max(Append(WordChange.Removed, removed), Append(WordChange.Added, added));
            Append(WordChange.Same, sameText);
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

    private static string JoinWords(IReadOnlyList<string> words, int start, int count) => string.Concat(words.Skip(start).Take(count));

    private static (string Text, string End) SplitAtLimit(string text) =>
        Piece().Matches(text) is { Count: > 2 * MaxWords } pieces ? (text[..pieces[2 * MaxWords].Index], text[pieces[2 * MaxWords].Index..])
        : (text, "");

    [GeneratedRegex(Unspaced + @"\p{M}*|[\p{L}\p{N}_]" + WordRest + @"|\s+|(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|.)\p{M}*",
        RegexOptions.Singleline)]
    private static partial Regex Piece();

    [GeneratedRegex(Unspaced + @"|[\p{L}\p{N}]" + WordRest)]
    private static partial Regex Word();

    private sealed class Chunker : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => [.. Piece().Matches(text).Select(match => match.Value)];
    }
}
