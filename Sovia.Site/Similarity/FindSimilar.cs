using Sovia.Library;
using Sovia.Library.Search;

namespace Sovia.Similarity;

/// <summary>Finds families that are like one: by their words, and where it has none, by when they were made.</summary>
public sealed class FindSimilar(LibrarySimilarity similarity, ReadCompared read, FamiliesById families, BrowseLibrary browse, CurrentTenant tenant)
{
    private const int Reasons = 3;

    private const string NoWords = "No words to compare; made around the same time";

    /// <summary>Families like the family of a root.</summary>
    /// <param name="root">The root.</param>
    /// <param name="skip">How many of the first to leave out.</param>
    /// <param name="take">How many to give.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The families; null where the library shows none of this root.</returns>
    public async Task<SimilarPage?> OfAsync(Guid root, int skip, int take, CancellationToken ct)
    {
        var found = await TextsAsync([root], ct);
        if (!found.TryGetValue(root, out var self)) return null;
        if (self.Family.Terms.IsEmpty) return skip > 0 ? new([], false) : await AroundAsync(root, take, ct);
        var index = await similarity.CurrentAsync(tenant.Id, ct);
        var best = index.Top(self.Family.Terms, self.Family.Model, self.Family.Modes, skip, take + 1, new HashSet<Guid> { root });
        var shown = best.Take(take).ToList();
        var cards = (await families.OfAsync([.. shown.Select(one => one.Id)], ct)).ToDictionary(family => family.Id);
        var texts = await TextsAsync([.. cards.Keys], ct);
        // What has gone since the index was made is left out.
        return new(
            [.. shown.Where(one => cards.ContainsKey(one.Id) && texts.ContainsKey(one.Id)).Select(one => new SimilarItem(cards[one.Id], one.Score, Reason(index, self.Texts, texts[one.Id].Texts, one)))],
            best.Count > take);
    }

    private static string Reason(SimilarityIndex index, string texts, string other, SimilarFamily similar)
    {
        var words = string.Join(", ", SharedTerms.Between(index, TermCounts.Named(IndexedTexts.Of(texts)), TermCounts.Named(IndexedTexts.Of(other)), Reasons));
        return words + (similar.SameModel, similar.SharedMode) switch
        {
            (true, true) => "; same model and mode",
            (true, false) => "; same model",
            (false, true) => "; same mode",
            _ => "",
        };
    }

    private async Task<SimilarPage> AroundAsync(Guid root, int take, CancellationToken ct)
    {
        var page = await browse.PageAsync(Listing.All, new() { At = root }, ct);
        var at = page.Families.ToList().FindIndex(family => family.Id == root);
        var near = page.Families.Select((family, place) => (family, Far: Math.Abs(place - at))).Where(one => one.Far > 0).OrderBy(one => one.Far).Take(take);
        return new([.. near.Select(one => new SimilarItem(one.family, null, NoWords))], false);
    }

    private async Task<Dictionary<Guid, (ComparedFamily Family, string Texts)>> TextsAsync(Guid[] ids, CancellationToken ct)
    {
        var found = new Dictionary<Guid, (ComparedFamily, string)>();
        await foreach (var (family, texts) in read.OfAsync(tenant.Id, ids, ct)) found[family.Id] = (family, texts);
        return found;
    }
}
