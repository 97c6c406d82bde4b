using Sovia.Caching;
using Sovia.Library;
using Sovia.Library.Families;

namespace Sovia.Similarity;

/// <summary>Finds families similar to one or several families: by their texts or, if there are none, by looks and creation time.</summary>
public sealed class FindSimilarFamilies(SimilarityIndexCache similarity, ReadFamilyTexts read, FindWithoutText withoutText,
    FamilyCardReader families, SharedCache cache, CurrentTenant tenant)
{
    private const int Reasons = 3;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    /// <summary>Finds families similar to those of some roots. Several roots have equal weight.</summary>
    /// <param name="roots">The roots.</param>
    /// <param name="skip">How many results to skip.</param>
    /// <param name="take">The maximum number of results.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SimilarPage> FindPageAsync(IReadOnlyList<Guid> roots, int skip, int take, CancellationToken ct)
    {
        if (await similarity.GetCurrentAsync(tenant.Id, ct) is not { } known) return SimilarPage.NotReady;
        var (library, index) = (tenant.Id, known.Index);
        var found = known.IsCurrent
            ? await cache.GetOrCreateAsync("similar", library, index.Stamp, $"{string.Join(',', roots)} {skip} {take}", ct =>
                new ValueTask<SimilarityResult>(FindAsync(library, index.Index, roots, skip, take, ct)), static found => found.Size, ct,
                Kept)
            : await FindAsync(library, index.Index, roots, skip, take, ct);
        // Omits families that were removed after the index was built.
        var cards = (await families.ReadFamiliesAsync([.. found.Families.Select(one => one.Id)], ct)).ToDictionary(family => family.Id);
        return new(found.Basis, [.. found.Families.Where(one => cards.ContainsKey(one.Id))
            .Select(one => new SimilarItem(cards[one.Id], one.Score, one.Reason))], found.HasMore, known.IsCurrent);
    }

    private async Task<SimilarityResult> FindAsync(string library, SimilarityIndex index, IReadOnlyList<Guid> roots, int skip, int take,
        CancellationToken ct)
    {
        var (compared, named) = (new List<FamilyTerms>(), new List<string>());
        await foreach (var (facts, texts) in read.ReadByIdsAsync(library, [.. roots], ct))
        {
            compared.Add(new(facts, TermExtractor.ExtractFromLines(texts)));
            named.AddRange(TermExtractor.ExtractNames(texts));
        }
        if (compared.Count == 0) return SimilarityResult.Aside;
        var query = new SimilarityQuery(compared);
        if (query.IsEmpty) return await withoutText.FindAsync(library, compared[0].Facts.Id, skip, take, ct);
        var best = index.FindTop(query, skip, take + 1);
        var shared = new SharedTerms(index, named);
        return new(SimilarityBasis.Words,
            [.. best.Take(take).Select(one => new SimilarFamilyResult(one.Id, one.Score, Reason(shared, one)))], best.Count > take);
    }

    private static string Reason(SharedTerms shared, ScoredFamily one)
    {
        var words = string.Join(", ", shared.FindShared(one.Number, Reasons));
        return words + (one.SameModel, one.SharedMode) switch
        {
            (true, true) => "; same model and mode",
            (true, false) => "; same model",
            (false, true) => "; same mode",
            _ => "",
        };
    }
}
