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
        var (found, told) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (name, place) in terms)
        {
            if (found.Count == most) break;
            if (!Has(number, place)) continue;
            var words = name.Split(' ');
            if (words.Any(told.Contains)) continue;
            found.Add(name);
            told.UnionWith(words);
        }
        return found;
    }

    private bool Has(int number, TermLocation place)
    {
        var (part, row, at) = number < index.MainSegment.Count ? (index.MainSegment, place.MainRow, number)
            : (index.RecentSegment, place.RecentRow, number - index.MainSegment.Count);
        return row >= 0 && part.Postings[row].Families.BinarySearch(at) >= 0;
    }
}
