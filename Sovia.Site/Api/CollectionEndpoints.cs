using System.Text.Json;
using Sovia.Api.Docs;
using Sovia.Collections;
using Sovia.Curation;
using Sovia.Library.Browsing;
using Sovia.Library.Dates;
using Sovia.Query;
using Sovia.Query.Lists;
using Sovia.Web;

namespace Sovia.Api;

/// <summary>Maps collections and their items, in the format of 8xSovia's API.</summary>
public static class CollectionEndpoints
{
    private const int MaxItems = 100;

    /// <summary>Maps <c>/api/collections</c>.</summary>
    public static void MapCollections(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/collections", ListAsync).WithSummary("Lists collections with their number of stacks")
            .ProducesJson<IReadOnlyList<CollectionJson>>($"[{ApiExamples.Collection}]");
        app.MapPost("/api/collections", CreateAsync).WithSummary("Creates a collection")
            .AcceptsJson<CollectionRequest>("""{"name":"Lighthouses","is_smart":true,"smart_filters":{"search":"lighthouse"}}""")
            .ProducesJson<CollectionJson>(ApiExamples.Collection, StatusCodes.Status201Created).ProducesInvalidBody()
            .ProducesErrors((422, "invalid_collection", "A name must have 1 to 100 characters."));
        app.MapGet("/api/collections/smart/preview", PreviewAsync).WithSummary("Previews a smart collection")
            .WithQueryParameters(ApiParameter.Skip, ApiParameter.Limit(20, 100))
            .ProducesJson<IReadOnlyList<MediaPostJson>>(ApiExamples.Families)
            .ProducesErrors((422, "invalid_collection", "A name must have 1 to 100 characters."));
        app.MapGet("/api/collections/{id:guid}", GetAsync).WithSummary("Returns a collection with a page of its stacks")
            .WithParameters(ApiParameter.Skip, ApiParameter.Limit(100, 100))
            .ProducesJson<CollectionWithItems>(ApiExamples.CollectionWithItems)
            .ProducesErrors((404, "collection_not_found", "No collection has this ID."))
            .ProducesErrors((422, "invalid_collection", "A name must have 1 to 100 characters."));
        app.MapPut("/api/collections/{id:guid}", ChangeAsync).WithSummary("Changes the named parts of a collection")
            .AcceptsJson<CollectionRequest>("""{"description":"Seen from the sea"}""").ProducesJson<CollectionJson>(ApiExamples.Collection)
            .ProducesInvalidBody().ProducesErrors((404, "collection_not_found", "No collection has this ID."))
            .ProducesErrors((422, "invalid_collection", "A name must have 1 to 100 characters."));
        app.MapDelete("/api/collections/{id:guid}", DeleteAsync).WithSummary("Deletes a collection. Its posts stay in the library")
            .ProducesJson<MessageJson>("""{"message":"Deleted the collection Lighthouses. Its items stay in the library.","batch":null}""")
            .ProducesErrors((404, "collection_not_found", "No collection has this ID."));
        app.MapPost("/api/collections/{id:guid}/items", AddAsync).WithSummary("Adds a post to a manual collection")
            .WithParameters(new ApiParameter("media_post_id", "ID of the post to add.",
                "0b8f5a3e-5d0f-4f2e-9a35-6a0d1c1f7e11")
            { IsRequired = true })
            .ProducesJson<MessageJson>("""{"message":"Item added to collection","batch":"01933f0a-7c1e-7b1a-9d0c-2a4b6c8d0e1f"}""")
            .ProducesErrors((400, "already_in_collection", "Item already in collection"))
            .ProducesErrors((404, "collection_not_found", "No collection has this ID."))
            .ProducesErrors((409, "collection_takes_no_posts", "The collection is smart: its search decides its items."))
            .ProducesErrors((422, "invalid_collection", "A name must have 1 to 100 characters."));
        app.MapDelete("/api/collections/{id:guid}/items/{postId:guid}", RemoveAsync).WithSummary("Removes a post from a manual collection")
            .ProducesJson<MessageJson>("""{"message":"Item removed from collection","batch":"01933f0a-7c1e-7b1a-9d0c-2a4b6c8d0e1f"}""")
            .ProducesErrors((404, "collection_not_found", "No collection has this ID."))
            .ProducesErrors((409, "collection_takes_no_posts", "The collection is smart: its search decides its items."));
        app.MapGet("/api/media/{id:guid}/collections", ListForPostAsync).WithSummary("Lists the collections of a post")
            .ProducesJson<IReadOnlyList<NamedCollectionJson>>("""[{"id":"3c9f2a44-0d0e-4a6c-8f5e-5d3b1a7c9e33","name":"Lighthouses"}]""");
    }

    private static async Task<IResult> ListAsync(CollectionCache cache, CountMatches counts, HttpRequest request, TimeProvider clock,
        CancellationToken ct)
    {
        var tree = await cache.GetCurrentAsync(ct);
        var results = new List<CollectionJson>();
        foreach (var collection in tree.All.OrderByDescending(collection => collection.UpdatedAt))
            results.Add(CollectionJson.From(collection, tree,
                await counts.CountAsync(ResolvedQuery.From(GetQuery(tree, collection, request, clock)), ct)));
        return ApiJson.ToResult(results);
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, EditCollections edit, CollectionCache cache, CancellationToken ct)
    {
        if (await ApiBody.ReadAsync(request, ct) is not { ValueKind: JsonValueKind.Object } body) return InvalidBody();
        var problems = new List<CollectionProblem>();
        var draft = CollectionJson.ApplyTo(body, new() { Id = default, Name = "", CreatedAt = default, UpdatedAt = default }, problems);
        if (problems.Count > 0) return Invalid(problems);
        var result = await edit.CreateAsync(draft, ct);
        if (result.Collection is not { } created) return Invalid(result.Problems);
        return ApiJson.ToResult(CollectionJson.From(created, await cache.GetCurrentAsync(ct), null), StatusCodes.Status201Created);
    }

    private static async Task<IResult> PreviewAsync(HttpRequest request, MediaPostReader media, TimeProvider clock, CancellationToken ct)
    {
        const int DefaultLimit = 20;
        var (listRequest, problems) = MediaListRequest.Read(request.Query, clock.GetUtcNow(),
            TimeZones.FindById(TimeZoneCookie.ReadName(request)));
        if (problems.Count > 0) return Invalid([.. problems.Select(problem => new CollectionProblem(problem.Key, problem.Value[0]))]);
        if (ApiQuery.IsUnparsable(listRequest.Query)) return ApiJson.ToResult(Array.Empty<MediaPostJson>());
        return ApiJson.ToResult(await media.ReadListAsync(ResolvedQuery.From(listRequest.Query.WithUnit(ListUnit.Family)), listRequest.Skip,
            request.Query.ContainsKey("limit") ? listRequest.Limit : DefaultLimit, request.PathBase, ct));
    }

    private static async Task<IResult> GetAsync(Guid id, HttpRequest request, CollectionCache cache, CountMatches counts,
        MediaPostReader media, TimeProvider clock, CancellationToken ct)
    {
        var tree = await cache.GetCurrentAsync(ct);
        if (tree.FindById(id) is not { } collection) return NotFound();
        var (paging, problems) = MediaListRequest.Read(request.Query, clock.GetUtcNow(),
            TimeZones.FindById(TimeZoneCookie.ReadName(request)));
        if (problems.Count > 0) return Invalid([.. problems.Select(problem => new CollectionProblem(problem.Key, problem.Value[0]))]);
        var list = ResolvedQuery.From(GetQuery(tree, collection, request, clock));
        var collectionJson = CollectionJson.From(collection, tree, await counts.CountAsync(list, ct));
        var json = JsonSerializer.SerializeToNode(collectionJson, ApiJson.Options)!.AsObject();
        json["items"] =
            JsonSerializer.SerializeToNode(await media.ReadListAsync(list, paging.Skip, request.Query.ContainsKey("limit") ? paging.Limit
                : MaxItems, request.PathBase, ct), ApiJson.Options);
        return ApiJson.ToResult(json);
    }

    private static async Task<IResult> ChangeAsync(Guid id, HttpRequest request, EditCollections edit, CollectionCache cache,
        CancellationToken ct)
    {
        if (await ApiBody.ReadAsync(request, ct) is not { ValueKind: JsonValueKind.Object } body) return InvalidBody();
        var problems = new List<CollectionProblem>();
        if ((await cache.GetCurrentAsync(ct)).FindById(id) is not { } current) return NotFound();
        CollectionJson.ApplyTo(body, current, problems);
        if (problems.Count > 0) return Invalid(problems);
        var result = await edit.ChangeAsync(id, before => CollectionJson.ApplyTo(body, before, []), ct);
        if (result.Problems.Count > 0) return Invalid(result.Problems);
        return result.Collection is { } saved ? ApiJson.ToResult(CollectionJson.From(saved, await cache.GetCurrentAsync(ct), null))
            : NotFound();
    }

    private static async Task<IResult> DeleteAsync(Guid id, EditCollections edit, CancellationToken ct) =>
        (await edit.DeleteAsync(id, ct)).Collection is { } deleted
        ? ApiJson.ToResult(new MessageJson($"Deleted the collection {deleted.Name}. Its items stay in the library.")) : NotFound();

    private static async Task<IResult> AddAsync(Guid id, HttpRequest request, CollectionCache cache, ApplyChange apply,
        CancellationToken ct)
    {
        if (!Guid.TryParse(request.Query["media_post_id"], out var postId))
            return Invalid([new("media_post_id", "“media_post_id” must be a post ID.")]);
        var (targets, error) = await ResolveAsync(id, cache, ct);
        if (error is not null) return error;
        var result = await apply.RunAsync(Selection.From([postId]), new() { Collect = targets }, ct);
        return result.SelectedCount == 0 ? ApiProblem.PostNotFound()
            : GetLockedProblem(result) is { } lockedProblem ? lockedProblem
            : result.Batch is null ? ApiProblem.Create(StatusCodes.Status400BadRequest, "already_in_collection",
                "Item already in collection")
            : ApiJson.ToResult(new MessageJson("Item added to collection", result.Batch.Id));
    }

    private static async Task<IResult> RemoveAsync(Guid id, Guid postId, CollectionCache cache, ApplyChange apply, CancellationToken ct)
    {
        var (targets, error) = await ResolveAsync(id, cache, ct);
        if (error is not null) return error;
        var result = await apply.RunAsync(Selection.From([postId]), new() { Uncollect = targets }, ct);
        return result.SelectedCount == 0 ? ApiProblem.PostNotFound()
            : GetLockedProblem(result) is { } lockedProblem ? lockedProblem
            : result.Batch is null ? ApiProblem.Create(StatusCodes.Status404NotFound, "not_in_collection", "Item not in collection")
            : ApiJson.ToResult(new MessageJson("Item removed from collection", result.Batch.Id));
    }

    private static async Task<IResult> ListForPostAsync(Guid id, CollectionCache cache, ReadAnnotations annotations, CancellationToken ct)
    {
        var collectionIds = (await annotations.ReadAsync([id], ct)).GetValueOrDefault(id)?.Collections ?? [];
        return ApiJson.ToResult((await cache.GetCurrentAsync(ct)).All.Where(collection => collectionIds.Contains(collection.Id))
            .Select(collection => new NamedCollectionJson(collection.Id, collection.Name)));
    }

    private static async Task<(IReadOnlyList<CollectionReference> Chosen, IResult? Refused)> ResolveAsync(Guid id, CollectionCache cache,
        CancellationToken ct)
    {
        var tree = await cache.GetCurrentAsync(ct);
        if (tree.FindById(id) is null) return ([], NotFound());
        var (targets, problem) = CollectionResolver.Resolve(tree, [$"{id}"]);
        return (targets, problem is null ? null : ApiProblem.Create(StatusCodes.Status409Conflict, "collection_takes_no_posts", problem));
    }

    // The collection may have been locked after it was chosen.
    private static IResult? GetLockedProblem(ChangeResult result) => SkippedFieldText.DescribeLocked(result.SkippedFields) is { } reason
        ? ApiProblem.Create(StatusCodes.Status409Conflict, "collection_takes_no_posts", reason) : null;

    private static LibraryQuery GetQuery(CollectionTree tree, Collection collection, HttpRequest request, TimeProvider clock) =>
        CollectionQuery.Create(tree, collection, clock.GetUtcNow(), TimeZones.FindById(TimeZoneCookie.ReadName(request)));

    private static IResult NotFound() =>
        ApiProblem.Create(StatusCodes.Status404NotFound, "collection_not_found", "No collection has this ID.");

    private static IResult InvalidBody() => ApiProblem.InvalidBody("The body must be a JSON object, such as {\"name\": \"My best\"}.");

    private static IResult Invalid(IReadOnlyList<CollectionProblem> problems) => ApiProblem.Create(
        StatusCodes.Status422UnprocessableEntity, "invalid_collection", string.Join(" ", problems.Select(problem => problem.Text)),
        problems.GroupBy(problem => problem.Field, problem => problem.Text)
        .ToDictionary(field => field.Key, field => field.Distinct().ToArray()));
}
