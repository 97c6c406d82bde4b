namespace Sovia.Similarity;

/// <summary>Says why families are like a query: by which terms.</summary>
internal sealed class SharedTerms
{
    private readonly SimilarityIndex index;
    private readonly List<(string Name, TermLocation Place)> terms;

    /// <summary>Of a query.</summary>
    /// <param name="index">The index that finds the families.</param>
    /// <param name="named">The query's terms, as <see cref="TermExtractor.ExtractNames"/> gives them.</param>
    public SharedTerms(SimilarityIndex index, IEnumerable<string> named)
    {
        this.index = index;
        // What fewest families have says most; a pair says more than a word that as many have.
        terms = [.. named.Distinct(StringComparer.Ordinal)
            .Select(name => (Name: name, Place: index.FindTerm(TermExtractor.ComputeHash(name))))
            .Where(term => term.Place.DocumentFrequency > 0)
            .OrderBy(term => term.Place.DocumentFrequency).ThenByDescending(term => term.Name.Contains(' ', StringComparison.Ordinal))];
    }

    /// <summary>The terms that a family shares, those first that say most. Each word is told once.</summary>
    /// <param name="number">The family's number.</param>
    /// <param name="most">How many at the most.</param>
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
