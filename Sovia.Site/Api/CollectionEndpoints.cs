using System.Text.Json;
using Sovia.Api.Docs;
using Sovia.Collections;
using Sovia.Curation;
using Sovia.Library;
using Sovia.Library.Search;
using Sovia.Web;

namespace Sovia.Api;

/// <summary>Collections and what is in them, in the form of 8xSovia's API.</summary>
public static class CollectionEndpoints
{
    private const int MostItems = 100;

    /// <summary>Maps <c>/api/collections</c>.</summary>
    public static void MapCollections(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/collections", ListAsync).WithSummary("Lists collections with their number of stacks")
            .Answers<IReadOnlyList<CollectionJson>>($"[{ApiExamples.Collection}]");
        app.MapPost("/api/collections", CreateAsync).WithSummary("Creates a collection")
            .Sends<SentCollection>("""{"name":"Lighthouses","is_smart":true,"smart_filters":{"search":"lighthouse"}}""").Answers<CollectionJson>(ApiExamples.Collection, StatusCodes.Status201Created).RefusesBody().Refuses((422, "invalid_collection", "A name must have 1 to 100 characters."));
        app.MapGet("/api/collections/smart/preview", PreviewAsync).WithSummary("Previews a smart collection")
            .TakesQuery(ApiParameter.Skip, ApiParameter.Limit(20, 100)).Answers<IReadOnlyList<MediaPostJson>>(ApiExamples.Families).Refuses((422, "invalid_collection", "A name must have 1 to 100 characters."));
        app.MapGet("/api/collections/{id:guid}", GetAsync).WithSummary("Returns a collection with a page of its stacks")
            .Takes(ApiParameter.Skip, ApiParameter.Limit(100, 100)).Answers<CollectionWithItems>(ApiExamples.CollectionWithItems).Refuses((404, "collection_not_found", "No collection has this ID.")).Refuses((422, "invalid_collection", "A name must have 1 to 100 characters."));
        app.MapPut("/api/collections/{id:guid}", ChangeAsync).WithSummary("Changes the named parts of a collection")
            .Sends<SentCollection>("""{"description":"Seen from the sea"}""").Answers<CollectionJson>(ApiExamples.Collection).RefusesBody().Refuses((404, "collection_not_found", "No collection has this ID.")).Refuses((422, "invalid_collection", "A name must have 1 to 100 characters."));
        app.MapDelete("/api/collections/{id:guid}", DeleteAsync).WithSummary("Deletes a collection. Its posts stay in the library")
            .Answers<MessageJson>("""{"message":"Deleted the collection Lighthouses. Its items stay in the library.","batch":null}""").Refuses((404, "collection_not_found", "No collection has this ID."));
        app.MapPost("/api/collections/{id:guid}/items", AddAsync).WithSummary("Adds a post to a manual collection")
            .Takes(new ApiParameter("media_post_id", "ID of the post to add.", "0b8f5a3e-5d0f-4f2e-9a35-6a0d1c1f7e11") { IsRequired = true })
            .Answers<MessageJson>("""{"message":"Item added to collection","batch":"01933f0a-7c1e-7b1a-9d0c-2a4b6c8d0e1f"}""").Refuses((400, "already_in_collection", "Item already in collection")).Refuses((404, "collection_not_found", "No collection has this ID.")).Refuses((409, "collection_takes_no_posts", "The collection is smart: its search decides its items.")).Refuses((422, "invalid_collection", "A name must have 1 to 100 characters."));
        app.MapDelete("/api/collections/{id:guid}/items/{postId:guid}", RemoveAsync).WithSummary("Removes a post from a manual collection")
            .Answers<MessageJson>("""{"message":"Item removed from collection","batch":"01933f0a-7c1e-7b1a-9d0c-2a4b6c8d0e1f"}""").Refuses((404, "collection_not_found", "No collection has this ID.")).Refuses((409, "collection_takes_no_posts", "The collection is smart: its search decides its items."));
        app.MapGet("/api/media/{id:guid}/collections", OfPostAsync).WithSummary("Lists the collections of a post")
            .Answers<IReadOnlyList<NamedCollectionJson>>("""[{"id":"3c9f2a44-0d0e-4a6c-8f5e-5d3b1a7c9e33","name":"Lighthouses"}]""");
    }

    private static async Task<IResult> ListAsync(KnownCollections known, CountMatches counts, HttpRequest request, TimeProvider clock, CancellationToken ct)
    {
        var tree = await known.CurrentAsync(ct);
        var all = new List<CollectionJson>();
        foreach (var collection in tree.All.OrderByDescending(one => one.UpdatedAt)) all.Add(CollectionJson.Of(collection, tree, await counts.OfAsync(Listing.Of(QueryOf(tree, collection, request, clock)), ct)));
        return ApiJson.Of(all);
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, EditCollections edit, KnownCollections known, CancellationToken ct)
    {
        if (await ApiBody.ReadAsync(request, ct) is not { ValueKind: JsonValueKind.Object } body) return NoObject();
        var problems = new List<CollectionProblem>();
        var draft = CollectionJson.Read(body, new() { Id = default, Name = "", CreatedAt = default, UpdatedAt = default }, problems);
        if (problems.Count > 0) return Invalid(problems);
        var result = await edit.CreateAsync(draft, ct);
        if (result.Collection is not { } made) return Invalid(result.Problems);
        return ApiJson.Of(CollectionJson.Of(made, await known.CurrentAsync(ct), null), StatusCodes.Status201Created);
    }

    private static async Task<IResult> PreviewAsync(HttpRequest request, MediaPosts media, TimeProvider clock, CancellationToken ct)
    {
        const int Usual = 20;
        var (asked, problems) = MediaQuery.Read(request.Query, clock.GetUtcNow(), TimeZones.Named(ViewerZone.NameOf(request)));
        if (problems.Count > 0) return Invalid([.. problems.Select(problem => new CollectionProblem(problem.Key, problem.Value[0]))]);
        return ApiJson.Of(await media.OfListAsync(Listing.Of(asked.Query.WithUnit(Unit.Family)), asked.Skip, request.Query.ContainsKey("limit") ? asked.Limit : Usual, request.PathBase, ct));
    }

    private static async Task<IResult> GetAsync(Guid id, HttpRequest request, KnownCollections known, CountMatches counts, MediaPosts media, TimeProvider clock, CancellationToken ct)
    {
        var tree = await known.CurrentAsync(ct);
        if (tree.Of(id) is not { } collection) return NoCollection();
        var (asked, problems) = MediaQuery.Read(request.Query, clock.GetUtcNow(), TimeZones.Named(ViewerZone.NameOf(request)));
        if (problems.Count > 0) return Invalid([.. problems.Select(problem => new CollectionProblem(problem.Key, problem.Value[0]))]);
        var list = Listing.Of(QueryOf(tree, collection, request, clock));
        var shown = CollectionJson.Of(collection, tree, await counts.OfAsync(list, ct));
        var json = JsonSerializer.SerializeToNode(shown, ApiJson.Options)!.AsObject();
        json["items"] = JsonSerializer.SerializeToNode(await media.OfListAsync(list, asked.Skip, request.Query.ContainsKey("limit") ? asked.Limit : MostItems, request.PathBase, ct), ApiJson.Options);
        return ApiJson.Of(json);
    }

    private static async Task<IResult> ChangeAsync(Guid id, HttpRequest request, EditCollections edit, KnownCollections known, CancellationToken ct)
    {
        if (await ApiBody.ReadAsync(request, ct) is not { ValueKind: JsonValueKind.Object } body) return NoObject();
        var problems = new List<CollectionProblem>();
        if ((await known.CurrentAsync(ct)).Of(id) is not { } now) return NoCollection();
        CollectionJson.Read(body, now, problems);
        if (problems.Count > 0) return Invalid(problems);
        var result = await edit.ChangeAsync(id, before => CollectionJson.Read(body, before, []), ct);
        if (result.Problems.Count > 0) return Invalid(result.Problems);
        return result.Collection is { } saved ? ApiJson.Of(CollectionJson.Of(saved, await known.CurrentAsync(ct), null)) : NoCollection();
    }

    private static async Task<IResult> DeleteAsync(Guid id, EditCollections edit, CancellationToken ct) =>
        (await edit.DeleteAsync(id, ct)).Collection is { } gone ? ApiJson.Of(new MessageJson($"Deleted the collection {gone.Name}. Its items stay in the library.")) : NoCollection();

    private static async Task<IResult> AddAsync(Guid id, HttpRequest request, KnownCollections known, ApplyChange apply, CancellationToken ct)
    {
        if (!Guid.TryParse(request.Query["media_post_id"], out var post)) return Invalid([new("media_post_id", "“media_post_id” must be a post ID.")]);
        var (chosen, refused) = await ChosenAsync(id, known, ct);
        if (refused is not null) return refused;
        var result = await apply.RunAsync(Selection.Of([post]), new() { Collect = chosen }, ct);
        return result.Selected == 0 ? ApiProblem.NoPost()
            : result.Batch is null ? ApiProblem.Of(StatusCodes.Status400BadRequest, "already_in_collection", "Item already in collection")
            : ApiJson.Of(new MessageJson("Item added to collection", result.Batch.Id));
    }

    private static async Task<IResult> RemoveAsync(Guid id, Guid postId, KnownCollections known, ApplyChange apply, CancellationToken ct)
    {
        var (chosen, refused) = await ChosenAsync(id, known, ct);
        if (refused is not null) return refused;
        var result = await apply.RunAsync(Selection.Of([postId]), new() { Uncollect = chosen }, ct);
        return result.Selected == 0 ? ApiProblem.NoPost()
            : result.Batch is null ? ApiProblem.Of(StatusCodes.Status404NotFound, "not_in_collection", "Item not in collection")
            : ApiJson.Of(new MessageJson("Item removed from collection", result.Batch.Id));
    }

    private static async Task<IResult> OfPostAsync(Guid id, KnownCollections known, ReadAnnotations annotations, CancellationToken ct)
    {
        var ids = (await annotations.OfAsync([id], ct)).GetValueOrDefault(id)?.Collections ?? [];
        return ApiJson.Of((await known.CurrentAsync(ct)).All.Where(one => ids.Contains(one.Id)).Select(one => new NamedCollectionJson(one.Id, one.Name)));
    }

    private static async Task<(IReadOnlyList<CollectionName> Chosen, IResult? Refused)> ChosenAsync(Guid id, KnownCollections known, CancellationToken ct)
    {
        var tree = await known.CurrentAsync(ct);
        if (tree.Of(id) is null) return ([], NoCollection());
        var (chosen, problem) = CollectionChoice.Of(tree, [$"{id}"]);
        return (chosen, problem is null ? null : ApiProblem.Of(StatusCodes.Status409Conflict, "collection_takes_no_posts", problem));
    }

    private static LibraryQuery QueryOf(CollectionTree tree, Collection collection, HttpRequest request, TimeProvider clock) =>
        CollectionQuery.Of(tree, collection, clock.GetUtcNow(), TimeZones.Named(ViewerZone.NameOf(request)));

    private static IResult NoCollection() => ApiProblem.Of(StatusCodes.Status404NotFound, "collection_not_found", "No collection has this ID.");

    private static IResult NoObject() => ApiProblem.BadBody("The body must be a JSON object, such as {\"name\": \"My best\"}.");

    private static IResult Invalid(IReadOnlyList<CollectionProblem> problems) => ApiProblem.Of(
        StatusCodes.Status422UnprocessableEntity, "invalid_collection", string.Join(" ", problems.Select(problem => problem.Text)),
        problems.GroupBy(problem => problem.Field, problem => problem.Text).ToDictionary(field => field.Key, field => field.Distinct().ToArray()));
}
