using System.Globalization;
using System.Text.Json;
using Sovia.Api.Docs;
using Sovia.Curation;
using Sovia.Library;
using Sovia.Library.Search;
using Sovia.Web;

namespace Sovia.Api;

/// <summary>Families, models and figures in the form of 8xSovia's API, so that what was written for it goes on.</summary>
public static class MediaEndpoints
{
    private const int MostFound = 50, MostChecked = 100_000;

    private static readonly Facet Models = Facet.Named("model")!;

    /// <summary>Maps <c>/api/media</c> and what stands beside it.</summary>
    public static void MapMedia(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/media", ListAsync).AddEndpointFilter<VersionTag>().WithSummary("Lists stacks with all their items")
            .TakesQuery(ApiParameter.Skip, ApiParameter.Limit(50, 100), ApiParameter.Fields).Answers<IReadOnlyList<MediaPostJson>>(ApiExamples.Families).RefusesParameters();
        app.MapGet("/api/search", SearchAsync).AddEndpointFilter<VersionTag>().WithSummary("Returns up to 50 matching stacks")
            .Takes(new ApiParameter("q", "Search text, at least 2 characters.", "lighthouse") { IsRequired = true })
            .Answers<FoundJson>($$"""{"query":"lighthouse","results":{{ApiExamples.Families}},"count":1}""").RefusesParameters();
        app.MapGet("/api/models", ModelsAsync).AddEndpointFilter<VersionTag>().WithSummary("Counts posts by model")
            .Answers<ModelsJson>("""{"models":[{"name":"imagine_w_1","count":2449}]}""");
        app.MapPost("/api/check-existing", CheckAsync).WithSummary("Returns which of the given IDs are in the library")
            .Sends<IReadOnlyList<string>>(ApiExamples.Ids).Answers<ExistingJson>($$"""{"existing_ids":{{ApiExamples.Ids}}}""").RefusesBody();
        app.MapPost("/api/media/{id:guid}/like", LikeAsync).WithSummary("Likes or unlikes a post")
            .Answers<LikeJson>("""{"id":"0b8f5a3e-5d0f-4f2e-9a35-6a0d1c1f7e11","like_status":true}""").RefusesUnknownPost();
    }

    private static async Task<IResult> ListAsync(HttpRequest request, MediaPosts media, TimeProvider clock, CancellationToken ct)
    {
        var (asked, problems) = MediaQuery.Read(request.Query, clock.GetUtcNow(), TimeZones.Named(ViewerZone.NameOf(request)));
        if (problems.Count > 0) return ApiQuery.Invalid(problems);
        if (!ApiFields.TryRead(request, out var fields, out var problem)) return problem;
        var families = await media.OfListAsync(Listing.Of(asked.Query.WithUnit(Unit.Family)), asked.Skip, asked.Limit, request.PathBase, ct);
        return fields is null ? ApiJson.Of(families) : ApiJson.Of(families.Select(fields.Of));
    }

    private static async Task<IResult> SearchAsync(HttpRequest request, MediaPosts media, TimeProvider clock, CancellationToken ct)
    {
        var text = request.Query["q"].ToString();
        if (text.Trim().Length < 2) return ApiQuery.Invalid(new Dictionary<string, string[]> { ["q"] = ["“q” must have at least 2 characters."] });
        var query = LibraryQuery.Everything(clock.GetUtcNow(), TimeZones.Named(ViewerZone.NameOf(request))).WithSearch(text);
        var found = await media.OfListAsync(Listing.Of(query), 0, MostFound, request.PathBase, ct);
        return ApiJson.Of(new FoundJson(text, found, found.Count));
    }

    private static async Task<IResult> ModelsAsync(CountFacets facets, TimeProvider clock, CancellationToken ct) =>
        ApiJson.Of(new ModelsJson(await CountedAsync(facets, LibraryQuery.Everything(clock.GetUtcNow()).WithUnit(Unit.Post), ct)));

    private static async Task<IResult> CheckAsync(HttpRequest request, KnownIds known, CancellationToken ct)
    {
        if (await ApiBody.ReadAsync(request, ct) is not { ValueKind: JsonValueKind.Array } body) return ApiProblem.BadBody("The body must be a JSON array of post IDs.");
        if (body.GetArrayLength() > MostChecked) return ApiQuery.Invalid(new Dictionary<string, string[]> { ["ids"] = [string.Create(CultureInfo.InvariantCulture, $"At most {MostChecked:N0} IDs can be checked at once.")] });
        // What is no id is none that the library has.
        var ids = body.EnumerateArray().Select(one => Guid.TryParse(ChangeJson.Legible(one), out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToList();
        return ApiJson.Of(new ExistingJson(await known.OfAsync(ids, ct)));
    }

    private static async Task<IResult> LikeAsync(Guid id, ApplyChange apply, ReadLiked read, CancellationToken ct)
    {
        if (await read.OfAsync(id, ct) is not { } before) return ApiProblem.NoPost();
        var liked = before.Liked != true;
        await apply.RunAsync(Selection.Of([id]), new() { Liked = liked }, ct);
        return ApiJson.Of(new LikeJson(id, liked));
    }

    private static async Task<IReadOnlyList<ModelJson>> CountedAsync(CountFacets facets, LibraryQuery query, CancellationToken ct) =>
        [.. (await facets.OfAsync(query, ct)).Values[Models].Where(value => value.Value != "none").Select(value => new ModelJson(Models.Shown(value.Value), value.Count))
            .OrderByDescending(model => model.Count).ThenBy(model => model.Name, StringComparer.Ordinal)];
}
