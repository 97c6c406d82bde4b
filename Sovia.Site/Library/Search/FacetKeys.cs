namespace Sovia.Library.Search;

/// <summary>What one facet sees of many groups: the few rows that differ to it, and which of them each group is like.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Rows">A row of each sort.</param>
/// <param name="OfGroup">Of each group, the place of its row.</param>
internal sealed record FacetKeys(Facet Facet, IndexRow[] Rows, int[] OfGroup)
{
    /// <summary>Sorts groups by what a facet sees of them.</summary>
    public static FacetKeys Of(Facet facet, FacetGroup[] groups)
    {
        var places = new Dictionary<object, int>();
        var rows = new List<IndexRow>();
        var ofGroup = new int[groups.Length];
        for (var group = 0; group < groups.Length; group++)
        {
            var row = groups[group].AsRow();
            if (!places.TryGetValue(facet.KeyOf(row), out ofGroup[group]))
            {
                places.Add(facet.KeyOf(row), ofGroup[group] = rows.Count);
                rows.Add(row);
            }
        }
        return new(facet, [.. rows], ofGroup);
    }

    /// <summary>Of each sort of row, whether a term holds for it.</summary>
    public bool[] Where(Term term) => Array.ConvertAll(Rows, row => Evaluation.Matches(term, row));
}
