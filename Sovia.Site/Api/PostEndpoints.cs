using Sovia.Api.Docs;
using Sovia.Curation;
using Sovia.Library.Browsing;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Api;

/// <summary>Maps single posts and pages of query results.</summary>
public static class PostEndpoints
{
    /// <summary>Maps <c>/api/posts/{id}</c> and <c>/api/query</c>.</summary>
    public static void MapPosts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/posts/{id:guid}", GetAsync).AddEndpointFilter<ETagFilter>().WithSummary("Returns a post with its annotation")
            .ProducesJson<PostJson>(ApiExamples.Post).ProducesPostNotFound();
        app.MapGet("/api/query", QueryAsync).AddEndpointFilter<ETagFilter>()
            .WithSummary("Lists the results of a gallery query, starting after a cursor")
            .WithQueryParameters(new("unit", "family: stacks. post: single items.", "family") { Values = ["family", "post"] },
                new("after", "Cursor of the previous page.", "1772368200000000_0b8f5a3e-5d0f-4f2e-9a35-6a0d1c1f7e11"), ApiParameter.Fields)
            .ProducesJson<QueryPageJson>(ApiExamples.Query).ProducesInvalidParameter();
    }

    private static async Task<IResult> GetAsync(Guid id, OpenPost open, ReadAnnotations annotations, HttpRequest request,
        CancellationToken ct) => await open.LoadAsync(id, ct) is { IsStub: false } post
        ? ApiJson.ToResult(PostJson.From(post, (await annotations.ReadAsync([id], ct)).GetValueOrDefault(id), request.PathBase))
        : ApiProblem.PostNotFound();

    private static async Task<IResult> QueryAsync(HttpRequest request, BrowseLibrary library, CountMatches counts, MediaPostReader media,
        TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        Cursor? after = null;
        if (!ApiQuery.TryRead(request, clock.GetUtcNow(), out var query, out var problem, GetCursorProblems)) return problem;
        if (!ApiFieldSelection.TryRead(request, out var fields, out problem)) return problem;
        var list = ResolvedQuery.From(query);
        var page = await library.ReadPageAsync(list, new(After: after), ct, endsAtLast: true);
        var items = await media.ReadPageAsync(page, list, request.PathBase, ct);
        if (page.After is { } next)
            response.Headers.Link =
                $"<{request.PathBase}/api/query?{UrlQueryString.Format([.. query.Parameters, .. GetFieldParameters(request), new("after", next.ToString())])}>; rel=\"next\"";
        return ApiJson.ToResult(new QueryPageJson(fields is null ? items : items.Select(item => (object)fields.Select(item)),
            page.After?.ToString(), await counts.CountAsync(list, ct)));

        static IEnumerable<KeyValuePair<string, string>> GetFieldParameters(HttpRequest request) =>
            request.Query["fields"].Select(fields => KeyValuePair.Create("fields", fields ?? ""));

        IEnumerable<ParameterMessage> GetCursorProblems(LibraryQuery query)
        {
            if (request.Query["after"].LastOrDefault() is not { Length: > 0 } text) yield break;
            after = Cursor.Parse(text);
            if (after is null || !ResolvedQuery.From(query).IsValidCursor(after))
                yield return new("after", text, "“after” is not a cursor of this list. Use “next” of the previous page.");
        }
    }
}
