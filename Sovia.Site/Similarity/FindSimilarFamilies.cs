using Sovia.Caching;
using Sovia.Library;
using Sovia.Library.Families;

namespace Sovia.Similarity;

/// <summary>Finds families similar to one or several families: by their texts or, if there are none, by looks and creation time.</summary>
public sealed class FindSimilarFamilies(SimilarityIndexCache similarity, ReadFamilyTexts read, FindSimilarWithoutText withoutText,
    FamilyCardReader families, SharedCache cache, CurrentTenant tenant)
{
    private const int MaxReasons = 3;

    private static readonly TimeSpan CacheDuration = TimeSpan.FromMinutes(5);

    /// <summary>Finds families similar to those of some roots. Several roots have equal weight.</summary>
    /// <param name="roots">The roots.</param>
    /// <param name="skip">How many results to skip.</param>
    /// <param name="take">The maximum number of results.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SimilarPage> FindPageAsync(IReadOnlyList<Guid> roots, int skip, int take, CancellationToken ct)
    {
        if (await similarity.GetCurrentAsync(tenant.Id, ct) is not { } current) return SimilarPage.NotReady;
        var (library, index) = (tenant.Id, current.Index);
        var result = current.IsCurrent
            ? await cache.GetOrCreateAsync("similar", library, index.Stamp, $"{string.Join(',', roots)} {skip} {take}", ct =>
                new ValueTask<SimilarityResult>(FindAsync(library, index.Index, roots, skip, take, ct)), static entry => entry.Size, ct,
                CacheDuration)
            : await FindAsync(library, index.Index, roots, skip, take, ct);
        // Not cached, because the result depends on the hashes of images too.
        if (result.Basis == SimilarityBasis.Looks) result = await withoutText.FindAsync(library, roots, skip, take, ct);
        // Omits families that were removed after the index was built.
        var cards = (await families.ReadFamiliesAsync([.. result.Families.Select(hit => hit.Id)], ct)).ToDictionary(family => family.Id);
        return new(result.Basis, [.. result.Families.Where(hit => cards.ContainsKey(hit.Id))
            .Select(hit => new SimilarItem(cards[hit.Id], hit.Score, hit.Reason))], result.HasMore, current.IsCurrent);
    }

    private async Task<SimilarityResult> FindAsync(string library, SimilarityIndex index, IReadOnlyList<Guid> roots, int skip, int take,
        CancellationToken ct)
    {
        var (queryFamilies, termNames) = (new List<FamilyTerms>(), new List<string>());
        await foreach (var (facts, texts) in read.ReadByIdsAsync(library, [.. roots], ct))
        {
            queryFamilies.Add(new(facts, TermExtractor.ExtractFromLines(texts)));
            termNames.AddRange(TermExtractor.ExtractNames(texts));
        }
        if (queryFamilies.Count == 0) return SimilarityResult.Unlisted;
        var query = new SimilarityQuery(queryFamilies);
        if (query.IsEmpty) return SimilarityResult.WithoutText;
        var best = index.FindTop(query, skip, take + 1);
        var sharedTerms = new SharedTerms(index, termNames);
        return new(SimilarityBasis.Words,
            [.. best.Take(take).Select(hit => new SimilarFamilyResult(hit.Id, hit.Score, Describe(sharedTerms, hit)))], best.Count > take);
    }

    private static string Describe(SharedTerms sharedTerms, ScoredFamily family)
    {
        var words = string.Join(", ", sharedTerms.FindShared(family.Number, MaxReasons));
        return words + (family.SameModel, family.SharedMode) switch
        {
            (true, true) => "; same model and mode",
            (true, false) => "; same model",
            (false, true) => "; same mode",
            _ => "",
        };
    }
}
