using Sovia.Library.Search;
using Sovia.Pages.Gallery;
using Sovia.Stats;

namespace Sovia.Pages.Stats;

/// <summary>Figures about a query.</summary>
/// <param name="Asked">The query.</param>
/// <param name="By">The field whose groups alone are shown; null for all figures.</param>
/// <param name="Across">The field that it is crossed with.</param>
public sealed record StatsView(Asked Asked, Facet? By, Facet? Across)
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
    public string Noun => Asked.Query.Unit == Unit.Family ? "stacks" : "items";

    /// <summary>The sections of all figures.</summary>
    public IEnumerable<StatSection> Sections
    {
        get
        {
            foreach (var table in Sheet?.Tables ?? [])
            {
                var facet = StatGroups.Named(table.By)!;
                yield return new($"by-{table.By}", facet.Title, table, facet, this);
                if (facet.Parameter == "month" && Sheet!.Likes.Groups.Length > 0) yield return new("likes", "Likes over time", Sheet.Likes, facet, Liked);
            }
        }
    }

    /// <summary>The table of one field alone.</summary>
    public StatSection Section => new($"by-{By!.GroupName}", By.Title, Table!, By, this);

    /// <summary>The statistics of a query.</summary>
    public string Address(LibraryQuery query, string? by = null)
    {
        var text = Library.Search.QueryString.Of([.. query.Parameters, .. by is null ? Array.Empty<KeyValuePair<string, string>>() : [new("by", by)]]);
        return text.Length == 0 ? "/stats" : $"/stats?{text}";
    }

    /// <summary>The gallery of a group.</summary>
    public string List(StatGroup group) => group.Query.Length == 0 ? "/" : $"/?{group.Query}";

    /// <summary>Makes rows of a section.</summary>
    public Func<StatGroup, StatRow> Row(StatSection section) => group => new(group.Label, group.Count, section.Table.ShareOf(group.Count), List(group),
        Kept($"/stats?{group.Query}"), Address(Asked.Query.Exclude(section.Facet, group.Value), ByText))
    {
        Value = group.Value,
    };

    /// <summary>The names of the fields that groups are shown of; null for all figures.</summary>
    public string? ByText => By is null ? null : Across is null ? By.GroupName : $"{By.GroupName},{Across.GroupName}";

    private StatsView Liked => this with { Asked = Asked with { Query = Asked.Query.To(Facet.Named("liked")!, "true") } };

    private string Kept(string address) => ByText is null ? address : $"{address}&by={ByText}";
}
