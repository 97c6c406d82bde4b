using Sovia.Api.Docs;
using Sovia.Curation;
using Sovia.Library;
using Sovia.Library.Search;

namespace Sovia.Api;

/// <summary>Posts one by one, and what a query finds, page by page.</summary>
public static class PostEndpoints
{
    /// <summary>Maps <c>/api/posts/{id}</c> and <c>/api/query</c>.</summary>
    public static void MapPosts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/posts/{id:guid}", GetAsync).AddEndpointFilter<VersionTag>().WithSummary("Returns a post with its annotation")
            .Answers<PostJson>(ApiExamples.Post).RefusesUnknownPost();
        app.MapGet("/api/query", QueryAsync).AddEndpointFilter<VersionTag>().WithSummary("Lists the results of a gallery query, starting after a cursor")
            .TakesQuery(new("unit", "family: stacks. post: single items.", "family") { Values = ["family", "post"] }, new("after", "Cursor of the previous page.", "1772368200000000_0b8f5a3e-5d0f-4f2e-9a35-6a0d1c1f7e11"), ApiParameter.Fields)
            .Answers<QueryJson>(ApiExamples.Query).RefusesParameters();
    }

    private static async Task<IResult> GetAsync(Guid id, OpenPost open, ReadAnnotations annotations, HttpRequest request, CancellationToken ct) => await open.AloneAsync(id, ct) is { IsStub: false } post
        ? ApiJson.Of(PostJson.Of(post, (await annotations.OfAsync([id], ct)).GetValueOrDefault(id), request.PathBase))
        : ApiProblem.NoPost();

    private static async Task<IResult> QueryAsync(HttpRequest request, BrowseLibrary library, CountMatches counts, MediaPosts media, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        Cursor? after = null;
        if (!ApiQuery.TryRead(request, clock.GetUtcNow(), out var query, out var problem, PlaceProblems)) return problem;
        if (!ApiFields.TryRead(request, out var fields, out problem)) return problem;
        var list = Listing.Of(query);
        var page = await library.PageAsync(list, new(After: after), ct);
        var items = await media.OfPageAsync(page, list, request.PathBase, ct);
        if (page.After is { } next) response.Headers.Link = $"<{request.PathBase}/api/query?{Library.Search.QueryString.Of([.. query.Parameters, new("after", next.ToString())])}>; rel=\"next\"";
        return ApiJson.Of(new QueryJson(fields is null ? items : items.Select(item => (object)fields.Of(item)), page.After?.ToString(), await counts.OfAsync(list, ct)));

        IEnumerable<ParameterMessage> PlaceProblems(LibraryQuery query)
        {
            if (request.Query["after"].LastOrDefault() is not { Length: > 0 } text) yield break;
            after = Cursor.Parse(text);
            if (after is null || !Listing.Of(query).HasPlace(after)) yield return new("after", text, "“after” is not a cursor of this list. Use “next” of the previous page.");
        }
    }
}
