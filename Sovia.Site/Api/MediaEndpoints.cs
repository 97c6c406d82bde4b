using System.Globalization;
using System.Text.Json;
using Sovia.Api.Docs;
using Sovia.Curation;
using Sovia.Library.Browsing;
using Sovia.Library.Dates;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Lists;
using Sovia.Web;

namespace Sovia.Api;

/// <summary>Maps families, models and totals in the format of 8xSovia's API, so that its clients keep working.</summary>
public static class MediaEndpoints
{
    private const int MaxSearchResults = 50, MaxCheckedIds = 100_000;

    private static readonly Facet ModelFacet = Facet.Find("model")!;

    /// <summary>Maps <c>/api/media</c> and related routes.</summary>
    public static void MapMedia(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/media", ListAsync).AddEndpointFilter<ETagFilter>().WithSummary("Lists stacks with all their items")
            .WithQueryParameters(ApiParameter.Skip, ApiParameter.Limit(50, 100), ApiParameter.Fields)
            .ProducesJson<IReadOnlyList<MediaPostJson>>(ApiExamples.Families).ProducesInvalidParameter();
        app.MapGet("/api/search", SearchAsync).AddEndpointFilter<ETagFilter>().WithSummary("Returns up to 50 matching stacks")
            .WithParameters(new ApiParameter("q", "Search text, at least 2 characters.", "lighthouse") { IsRequired = true })
            .ProducesJson<SearchResultsJson>($$"""{"query":"lighthouse","results":{{ApiExamples.Families}},"count":1}""")
            .ProducesInvalidParameter();
        app.MapGet("/api/models", ListModelsAsync).AddEndpointFilter<ETagFilter>().WithSummary("Counts posts by model")
            .ProducesJson<ModelsJson>("""{"models":[{"name":"imagine_w_1","count":2449}]}""");
        app.MapPost("/api/check-existing", CheckExistingAsync).WithSummary("Returns which of the given IDs are in the library")
            .AcceptsJson<IReadOnlyList<string>>(ApiExamples.Ids).ProducesJson<ExistingIdsJson>($$"""{"existing_ids":{{ApiExamples.Ids}}}""")
            .ProducesInvalidBody();
        app.MapPost("/api/media/{id:guid}/like", LikeAsync).WithSummary("Likes or unlikes a post")
            .ProducesJson<LikeJson>("""{"id":"0b8f5a3e-5d0f-4f2e-9a35-6a0d1c1f7e11","like_status":true}""").ProducesPostNotFound();
    }

    private static async Task<IResult> ListAsync(HttpRequest request, MediaPostReader media, TimeProvider clock, CancellationToken ct)
    {
        var (listRequest, problems) = MediaListRequest.Read(request.Query, clock.GetUtcNow(),
            TimeZones.FindById(TimeZoneCookie.ReadName(request)));
        if (problems.Count > 0) return ApiQuery.InvalidParameters(problems);
        if (!ApiFieldSelection.TryRead(request, out var fields, out var problem)) return problem;
        var families = ApiQuery.IsUnparsable(listRequest.Query) ? [] : await media.ReadListAsync(
            ResolvedQuery.From(listRequest.Query.WithUnit(ListUnit.Family)), listRequest.Skip, listRequest.Limit, request.PathBase, ct);
        return fields is null ? ApiJson.ToResult(families) : ApiJson.ToResult(families.Select(fields.Select));
    }

    private static async Task<IResult> SearchAsync(HttpRequest request, MediaPostReader media, TimeProvider clock, CancellationToken ct)
    {
        var text = request.Query["q"].ToString();
        if (text.Trim().Length < 2)
            return ApiQuery.InvalidParameters(new Dictionary<string, string[]> { ["q"] = ["“q” must have at least 2 characters."] });
        var query = LibraryQuery.Everything(clock.GetUtcNow(), TimeZones.FindById(TimeZoneCookie.ReadName(request))).WithSearch(text);
        var results = ApiQuery.IsUnparsable(query) ? []
            : await media.ReadListAsync(ResolvedQuery.From(query), 0, MaxSearchResults, request.PathBase, ct);
        return ApiJson.ToResult(new { Query = text, Results = results, results.Count });
    }

    private static async Task<IResult> ListModelsAsync(CountFacets facets, TimeProvider clock, CancellationToken ct) =>
        ApiJson.ToResult(
            new ModelsJson(await CountModelsAsync(facets, LibraryQuery.Everything(clock.GetUtcNow()).WithUnit(ListUnit.Post), ct)));

    private static async Task<IResult> CheckExistingAsync(HttpRequest request, PostIdReader postIds, CancellationToken ct)
    {
        if (await ApiBody.ReadAsync(request, ct) is not { ValueKind: JsonValueKind.Array } body)
            return ApiProblem.InvalidBody("The body must be a JSON array of post IDs.");
        if (body.GetArrayLength() > MaxCheckedIds)
            return ApiQuery.InvalidParameters(
                new Dictionary<string, string[]>
                { ["ids"] = [string.Create(CultureInfo.InvariantCulture, $"At most {MaxCheckedIds:N0} IDs can be checked at once.")] });
        // An invalid ID counts as one that the library does not have.
        var ids = body.EnumerateArray().Select(item => Guid.TryParse(ChangeJsonReader.ReadStringOrNull(item), out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty).Distinct().ToList();
        return ApiJson.ToResult(new ExistingIdsJson(await postIds.FindExistingAsync(ids, ct)));
    }

    private static async Task<IResult> LikeAsync(Guid id, ApplyChange apply, CancellationToken ct) =>
        (await apply.ToggleLikeAsync(id, ct)).SinglePost is { } post ? ApiJson.ToResult(new LikeJson(id, post.Liked == true))
            : ApiProblem.PostNotFound();

    private static async Task<IReadOnlyList<ModelJson>> CountModelsAsync(CountFacets facets, LibraryQuery query, CancellationToken ct) =>
        [.. (await facets.CountAsync(query, ct)).Values[ModelFacet].Where(value => value.Value != "none")
            .Select(value => new ModelJson(ModelFacet.GetName(value.Value), value.Count))
            .OrderByDescending(model => model.Count).ThenBy(model => model.Name, StringComparer.Ordinal)];
}
