using Sovia.Pages.Gallery;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Stats;

namespace Sovia.Pages.Stats;

/// <summary>The statistics of a query.</summary>
/// <param name="GalleryRequest">The query.</param>
/// <param name="GroupField">The field to show groups of; null for all statistics.</param>
/// <param name="CrossField">The second field to group by.</param>
public sealed record StatsView(GalleryRequest GalleryRequest, Facet? GroupField, Facet? CrossField)
{
    /// <summary>All statistics; null if only groups of one field are shown.</summary>
    public StatSheet? Sheet { get; init; }

    /// <summary>The groups of one or two fields; null if all statistics are shown.</summary>
    public StatTable? Table { get; init; }

    /// <summary>The error for an invalid <c>by=</c>; null for none.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the database query timed out.</summary>
    public bool IsTooSlow { get; init; }

    /// <summary>The noun for the counted unit.</summary>
    public string Noun => GalleryRequest.Query.Unit == ListUnit.Family ? "stacks" : "items";

    /// <summary>The sections of all statistics.</summary>
    public IEnumerable<StatSection> Sections
    {
        get
        {
            foreach (var table in Sheet?.Tables ?? [])
            {
                var facet = GroupableFacets.Find(table.By)!;
                yield return new($"by-{table.By}", facet.Title, table, facet, this);
                if (facet.Parameter == "month" && Sheet!.Likes.Groups.Length > 0)
                    yield return new("likes", "Likes over time", Sheet.Likes, facet, LikedView);
            }
        }
    }

    /// <summary>The section of a single field.</summary>
    public StatSection Section => new($"by-{GroupField!.GroupName}", GroupField.Title, Table!, GroupField, this);

    /// <summary>Returns the URL of a query's statistics.</summary>
    public string GetUrl(LibraryQuery query, string? by = null)
    {
        var queryString = Sovia.Query.UrlQueryString
            .Format([.. query.Parameters, .. by is null ? Array.Empty<KeyValuePair<string, string>>() : [new("by", by)]]);
        return queryString.Length == 0 ? "/stats" : $"/stats?{queryString}";
    }

    /// <summary>Returns the gallery URL of a group.</summary>
    public string GetGalleryUrl(StatGroup group) => group.Query.Length == 0 ? "/" : $"/?{group.Query}";

    /// <summary>Returns a function that creates the rows of a section.</summary>
    public Func<StatGroup, StatRow> CreateRowFactory(StatSection section) =>
        group => new(group.Label, group.Count, section.Table.GetShare(group.Count), GetGalleryUrl(group),
        AppendByParameter($"/stats?{group.Query}"), GetUrl(GalleryRequest.Query.Exclude(section.Facet, group.Value), ByParameter))
        {
            Value = group.Value,
        };

    /// <summary>The <c>by</c> parameter, with the names of the group fields; null for all statistics.</summary>
    public string? ByParameter =>
        GroupField is null ? null : CrossField is null ? GroupField.GroupName : $"{GroupField.GroupName},{CrossField.GroupName}";

    private StatsView LikedView =>
        this with { GalleryRequest = GalleryRequest with { Query = GalleryRequest.Query.NarrowTo(Facet.Find("liked")!, "true") } };

    private string AppendByParameter(string url) => ByParameter is null ? url : $"{url}&by={ByParameter}";
}
