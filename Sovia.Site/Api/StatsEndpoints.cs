using Sovia.Api.Docs;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Lists;
using Sovia.Stats;

namespace Sovia.Api;

/// <summary>Maps statistics about the results of a query.</summary>
public static class StatsEndpoints
{
    private const int MaxFields = 2;

    /// <summary>Maps <c>/api/stats</c>.</summary>
    public static void MapStats(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/stats", GetAsync).AddEndpointFilter<ETagFilter>()
        .WithSummary("Counts the stacks, videos, likes and models that match a query, or groups them by one or two fields")
            .WithQueryParameters(new("unit", "Counts stacks (family) or items (post).", "family") { Values = ["family", "post"] },
                new("by", "One or two fields to group by, separated by a comma.", "model"))
            .ProducesJson<StatsJson>(
                """{"totalItems":429,"totalVideos":3487,"likedItems":429,"models":[{"name":"imagine_h_1","count":407}]}""")
                .ProducesInvalidParameter();

    private static async Task<IResult> GetAsync(HttpRequest request, CountGroups groups, CountStatSheet sheet, TimeProvider clock,
        CancellationToken ct)
    {
        var (fields, problem) = ParseFields(request.Query["by"]);
        if (!ApiQuery.TryRead(request, clock.GetUtcNow(), out var query, out var errorResult, _ => problem is null ? [] : [problem]))
            return errorResult;
        try
        {
            return fields is [] ? CreateSummary(await sheet.GetSummaryAsync(query, ct))
                : CreateGroups(query, fields, await groups.CountAsync(query, fields[0], fields.ElementAtOrDefault(1), ct));
        }
        catch (SearchTimeoutException)
        {
            return ApiProblem.Create(StatusCodes.Status503ServiceUnavailable, "too_slow", "This search took too long to count.");
        }
    }

    // Uses the property names of 8xSovia's response.
    private static IResult CreateSummary(StatSheet sheet)
    {
        long GetCount(string name) => sheet.Totals.First(figure => figure.Name == name).Count;
        return ApiJson.ToResult(new TotalsJson(
            GetCount("stacks"), GetCount("videos"), GetCount("liked"),
            [.. sheet.Tables.SelectMany(table => table.Groups).Where(group => group.Value != "none")
                .Select(group => new ModelJson(Facet.Find("model")!.GetName(group.Value), group.Count))]));
    }

    private static IResult CreateGroups(LibraryQuery query, IReadOnlyList<Facet> fields, StatTable table) => ApiJson.ToResult(new
    {
        By = fields.Select(field => field.GroupName),
        Unit = QueryParameterNames.GetUnitName(query.Unit),
        table.Total,
        Groups = table.Groups.Select(group => new GroupJson(
            group.Value, GetLabel(fields[0], group.Value, group.Label), group.Count, table.GetShare(group.Count), group.Query)
        {
            Groups = fields.Count < MaxFields ? null
            : group.Groups.Select(cell => new GroupJson(
                cell.Value, GetLabel(fields[1], cell.Value, cell.Label), cell.Count, table.GetShare(cell.Count), cell.Query)),
        }),
    });

    // API clients identify models and modes by their original names.
    private static string GetLabel(Facet facet, string value, string label) => facet.IsNameBased ? facet.GetName(value) : label;

    private static (IReadOnlyList<Facet> Fields, ParameterMessage? Problem) ParseFields(IEnumerable<string?> by)
    {
        var text = string.Join(',', by);
        List<string> names = [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        List<Facet> fields = [.. names.Select(GroupableFacets.Find).OfType<Facet>()];
        if (fields.Count == names.Count && fields.Count <= MaxFields) return (fields, null);
        return ([], new("by", text, $"“by” must be one or two of {string.Join(", ", GroupableFacets.Names)}."));
    }

    private sealed record GroupJson(string Value, string Label, int Count, double Share, string Query)
    {
        [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
        public IEnumerable<GroupJson>? Groups { get; init; }
    }
}
