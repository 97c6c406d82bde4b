using Sovia.Library;
using Sovia.Library.Search;

namespace Sovia.Stats;

/// <summary>Counts single numbers about what a query finds.</summary>
public sealed class CountTotals(SumFacts facts, CurrentTenant tenant, LibraryVersion versions, TallyQuery tallies, CountMatches counts)
{
    private static readonly Facet Type = Facet.Named("type")!, Liked = Facet.Named("liked")!, Rating = Facet.Named("rating")!, Tag = Facet.Named("tag")!, Files = Facet.Named("bytes")!;

    /// <summary>The fields whose groups it reads.</summary>
    internal static IReadOnlyList<Facet> Needed => [Liked, Rating, Tag, Files];

    /// <summary>The numbers. Images and videos are always single items, whatever the list is made of.</summary>
    /// <param name="query">The query.</param>
    /// <param name="told">What <see cref="Needed"/> see of it.</param>
    /// <param name="ct">Ends the counting.</param>
    internal async Task<StatFigure[]> OfAsync(LibraryQuery query, Task<FacetTally> told, CancellationToken ct)
    {
        var (sums, stacks, items) = (facts.OfAsync(query, ct), counts.OfAsync(Listing.Of(query.WithUnit(Unit.Family)), ct), query.WithUnit(Unit.Post));
        var types = query.IsWhole && query.Unit == Unit.Family ? null : await tallies.OfAsync(items, [Type], [], 0, ct, StatsCache.Kept);
        var (sum, tally, found) = (await sums, await told, new List<StatFigure>());
        int With(Facet facet, string value) => facet.CountsOf(tally.Keys[facet.Parameter]).FirstOrDefault(one => one.Value == value).Count;
        int Single(string value, long otherwise) => types is null ? (int)otherwise : Type.CountsOf(types.Keys[Type.Parameter]).First(one => one.Value == value).Count;
        void Add(string name, string label, long count, LibraryQuery? listed) => found.Add(new(name, label, count, listed?.ToQueryString()));

        if (items.WithUnit(Unit.Family).Unit == Unit.Family) Add("stacks", "Stacks", await stacks, query.WithUnit(Unit.Family));
        Add("items", "Items", types?.Total ?? (await versions.CurrentAsync(tenant.Id, ct)).Posts, items);
        Add("images", "Images", Single("image", sum.Images), items.To(Type, "image"));
        Add("videos", "Videos", Single("video", sum.Videos), items.To(Type, "video"));
        Add("liked", "Liked", With(Liked, "true"), query.To(Liked, "true"));
        Add("rated", "Rated", tally.Total - With(Rating, "none"), query.And("is:rated"));
        Add("tagged", "Tagged", tally.Total - With(Tag, "none"), query.And("is:tagged"));
        Add("missing", "Missing files", With(Files, "missing"), query.To(Files, "missing"));
        Add("duration", "Playing time", sum.Millis, null);
        Add("bytes", "On disk", sum.Bytes, null);
        return [.. found];
    }
}
