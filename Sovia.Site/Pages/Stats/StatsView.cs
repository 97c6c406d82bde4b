using Sovia.Pages.Gallery;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Stats;

namespace Sovia.Pages.Stats;

/// <summary>Figures about a query.</summary>
/// <param name="GalleryRequest">The query.</param>
/// <param name="GroupField">The field whose groups alone are shown; null for all figures.</param>
/// <param name="CrossField">The field that it is crossed with.</param>
public sealed record StatsView(GalleryRequest GalleryRequest, Facet? GroupField, Facet? CrossField)
{
    /// <summary>All figures; null where groups of one field alone are shown.</summary>
    public StatSheet? Sheet { get; init; }

    /// <summary>The groups of one field, or of two; null where all figures are shown.</summary>
    public StatTable? Table { get; init; }

    /// <summary>What <c>by=</c> asks for and cannot have; null for nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the database was stopped before it had an answer.</summary>
    public bool IsTooSlow { get; init; }

    /// <summary>What is counted.</summary>
    public string Noun => GalleryRequest.Query.Unit == ListUnit.Family ? "stacks" : "items";

    /// <summary>The sections of all figures.</summary>
    public IEnumerable<StatSection> Sections
    {
        get
        {
            foreach (var table in Sheet?.Tables ?? [])
            {
                var facet = GroupableFacets.Find(table.By)!;
                yield return new($"by-{table.By}", facet.Title, table, facet, this);
                if (facet.Parameter == "month" && Sheet!.Likes.Groups.Length > 0)
                    yield return new("likes", "Likes over time", Sheet.Likes, facet, Liked);
            }
        }
    }

    /// <summary>The table of one field alone.</summary>
    public StatSection Section => new($"by-{GroupField!.GroupName}", GroupField.Title, Table!, GroupField, this);

    /// <summary>The statistics of a query.</summary>
    public string GetUrl(LibraryQuery query, string? by = null)
    {
        var text = Sovia.Query.UrlQueryString
            .Format([.. query.Parameters, .. by is null ? Array.Empty<KeyValuePair<string, string>>() : [new("by", by)]]);
        return text.Length == 0 ? "/stats" : $"/stats?{text}";
    }

    /// <summary>The gallery of a group.</summary>
    public string GetGalleryUrl(StatGroup group) => group.Query.Length == 0 ? "/" : $"/?{group.Query}";

    /// <summary>Makes rows of a section.</summary>
    public Func<StatGroup, StatRow> CreateRowFactory(StatSection section) =>
        group => new(group.Label, group.Count, section.Table.GetShare(group.Count), GetGalleryUrl(group),
        Kept($"/stats?{group.Query}"), GetUrl(GalleryRequest.Query.Exclude(section.Facet, group.Value), ByParameter))
        {
            Value = group.Value,
        };

    /// <summary>The names of the fields that groups are shown of; null for all figures.</summary>
    public string? ByParameter =>
        GroupField is null ? null : CrossField is null ? GroupField.GroupName : $"{GroupField.GroupName},{CrossField.GroupName}";

    private StatsView Liked =>
        this with { GalleryRequest = GalleryRequest with { Query = GalleryRequest.Query.NarrowTo(Facet.Find("liked")!, "true") } };

    private string Kept(string address) => ByParameter is null ? address : $"{address}&by={ByParameter}";
}
