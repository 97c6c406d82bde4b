namespace Sovia.Similarity;

/// <summary>Explains why families are similar to a query: the terms that they share.</summary>
internal sealed class SharedTerms
{
    private readonly SimilarityIndex index;
    private readonly List<(string Name, TermLocation Place)> terms;

    /// <summary>Prepares the terms of a query.</summary>
    /// <param name="index">The index that finds the families.</param>
    /// <param name="named">The query's terms, as returned by <see cref="TermExtractor.ExtractNames"/>.</param>
    public SharedTerms(SimilarityIndex index, IEnumerable<string> named)
    {
        this.index = index;
        // The rarest terms first, because they are the most specific; at equal frequency a pair is more specific than a word.
        terms = [.. named.Distinct(StringComparer.Ordinal)
            .Select(name => (Name: name, Place: index.FindTerm(TermExtractor.ComputeHash(name))))
            .Where(term => term.Place.DocumentFrequency > 0)
            .OrderBy(term => term.Place.DocumentFrequency).ThenByDescending(term => term.Name.Contains(' ', StringComparison.Ordinal))];
    }

    /// <summary>Returns the terms that a family shares, the most specific first. Each word is mentioned once.</summary>
    /// <param name="number">The family's number.</param>
    /// <param name="most">The maximum number of terms.</param>
    public IReadOnlyList<string> FindShared(int number, int most)
    {
        var (sharedNames, mentionedWords) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (name, location) in terms)
        {
            if (sharedNames.Count == most) break;
            if (!ContainsTerm(number, location)) continue;
            var words = name.Split(' ');
            if (words.Any(mentionedWords.Contains)) continue;
            sharedNames.Add(name);
            mentionedWords.UnionWith(words);
        }
        return sharedNames;
    }

    private bool ContainsTerm(int number, TermLocation location)
    {
        var (segment, row, localNumber) = number < index.MainSegment.Count ? (index.MainSegment, location.MainRow, number)
            : (index.RecentSegment, location.RecentRow, number - index.MainSegment.Count);
        return row >= 0 && segment.Postings[row].Families.BinarySearch(localNumber) >= 0;
    }
}
