namespace Sovia.Similarity;

/// <summary>Merges several indexes into one, row by row in the order of their terms.</summary>
internal static class PostingsMerger
{
    // The rows of one range of hashes are sorted at a time, so that they stay in the processor's cache.
    private const int RangeBits = 6, RangeCount = 1 << RangeBits;

    /// <summary>Merges the postings. Drops terms that occurred only in dropped families.</summary>
    /// <param name="parts">The postings, with the new numbers of their families, ascending; negative for dropped families. The numbers of
    /// each part follow those of the part before.</param>
    /// <param name="size">The number of families after the merge.</param>
    public static TermPostings Merge(IReadOnlyList<(TermPostings Postings, int[] Numbers)> parts, int size)
    {
        var maxEntries = parts.Sum(part => part.Postings.EntryCount);
        var (terms, starts) = (new List<ulong>(), new List<int>());
        var (families, counts, position) = (new int[maxEntries], new float[maxEntries], 0);
        var (firstRows, endRows) = (new int[parts.Count], new int[parts.Count]);
        for (var range = 1; range <= RangeCount; range++)
        {
            FindEndRows(parts, range, endRows);
            var (keys, rows) = ReadRows(parts, firstRows, endRows);
            RadixSort.Sort(keys, rows);
            for (var i = 0; i < rows.Length; i++)
            {
                // Rows of equal terms follow each other in the order of their parts.
                var (part, row) = FindPart(rows[i], firstRows, endRows);
                var rowStart = position;
                var (familyNumbers, listCounts) = parts[part].Postings[row];
                var newNumbers = parts[part].Numbers;
                for (var entry = 0; entry < familyNumbers.Length; entry++)
                    if (newNumbers[familyNumbers[entry]] is >= 0 and var number)
                        (families[position], counts[position++]) = (number, listCounts[entry]);
                if (position == rowStart || (terms.Count > 0 && terms[^1] == keys[i])) continue;
                terms.Add(keys[i]);
                starts.Add(rowStart);
            }
            endRows.CopyTo(firstRows, 0);
        }
        starts.Add(position);
        if (position < maxEntries)
        {
            Array.Resize(ref families, position);
            Array.Resize(ref counts, position);
        }
        return new([.. terms], [.. starts], families, counts, size);
    }

    // Finds the first row of each part whose term lies beyond a range of hashes.
    private static void FindEndRows(IReadOnlyList<(TermPostings Postings, int[] Numbers)> parts, int range, int[] endRows)
    {
        for (var part = 0; part < parts.Count; part++)
        {
            var partTerms = parts[part].Postings.Terms;
            var row = range == RangeCount ? partTerms.Length : Array.BinarySearch(partTerms, (ulong)range << (64 - RangeBits));
            endRows[part] = row < 0 ? ~row : row;
        }
    }

    // Returns the terms of the parts' rows in a range, and the rows numbered through all parts.
    private static (ulong[] Keys, int[] Rows) ReadRows(IReadOnlyList<(TermPostings Postings, int[] Numbers)> parts, int[] firstRows,
        int[] endRows)
    {
        var length = endRows.Sum() - firstRows.Sum();
        var (keys, rows, position) = (new ulong[length], new int[length], 0);
        for (var part = 0; part < parts.Count; part++)
        {
            var rowCount = endRows[part] - firstRows[part];
            Array.Copy(parts[part].Postings.Terms, firstRows[part], keys, position, rowCount);
            position += rowCount;
        }
        for (var i = 0; i < length; i++) rows[i] = i;
        return (keys, rows);
    }

    private static (int Part, int Row) FindPart(int number, int[] firstRows, int[] endRows)
    {
        var part = 0;
        for (; number >= endRows[part] - firstRows[part]; part++) number -= endRows[part] - firstRows[part];
        return (part, firstRows[part] + number);
    }
}
