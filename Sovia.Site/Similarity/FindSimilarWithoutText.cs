namespace Sovia.Similarity;

/// <summary>Finds families similar to one without texts: first those that look similar, then those created around the same time.</summary>
public sealed class FindSimilarWithoutText(IFindLookalikes lookalikes, FindNearInTime near)
{
    private const double Bits = 64;

    /// <summary>Returns a page of the results.</summary>
    /// <param name="library">The library.</param>
    /// <param name="roots">The families. The first is compared, and none of them is a result.</param>
    /// <param name="skip">How many results to skip.</param>
    /// <param name="take">The maximum number of results.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SimilarityResult> FindAsync(string library, IReadOnlyList<Guid> roots, int skip, int take, CancellationToken ct)
    {
        var similarLooks = (await lookalikes.FindFamiliesAsync(roots[0], SimilarPage.MaxResults, ct))
            .Where(family => !roots.Contains(family.Id)).ToList();
        List<SimilarFamilyResult> shown = [.. similarLooks.Skip(skip).Take(take)
            .Select(family => new SimilarFamilyResult(family.Id, 1 - (family.Distance / Bits), Describe(family.Distance)))];
        if (similarLooks.Count > skip + take) return new(SimilarityBasis.Looks, shown, true);
        var byTime = await near.FindAsync(library, roots[0], [.. roots, .. similarLooks.Select(family => family.Id)],
            Math.Max(0, skip - similarLooks.Count), take - shown.Count, ct);
        return byTime with
        {
            Basis = similarLooks.Count > 0 ? SimilarityBasis.Looks : byTime.Basis,
            Families = [.. shown, .. byTime.Families],
        };
    }

    private static string Describe(int distance) => distance == 0 ? "looks the same" : "looks similar";
}
