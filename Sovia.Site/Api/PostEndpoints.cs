using Sovia.Curation;
using Sovia.Library;
using Sovia.Library.Search;
using Sovia.Web;

namespace Sovia.Api;

/// <summary>Posts one by one, and what a query finds, page by page.</summary>
public static class PostEndpoints
{
    /// <summary>Maps <c>/api/posts/{id}</c> and <c>/api/query</c>.</summary>
    public static void MapPosts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/posts/{id:guid}", GetAsync).WithSummary("Shows a post with its annotation");
        app.MapGet("/api/query", QueryAsync).WithSummary("Lists what the query of a gallery address finds, from the cursor after on");
    }

    private static async Task<IResult> GetAsync(Guid id, OpenPost open, ReadAnnotations annotations, HttpRequest request, CancellationToken ct) => await open.AloneAsync(id, ct) is { IsStub: false } post
        ? ApiJson.Of(PostJson.Of(post, (await annotations.OfAsync([id], ct)).GetValueOrDefault(id), request.PathBase))
        : ApiProblem.NoPost();

    private static async Task<IResult> QueryAsync(HttpRequest request, BrowseLibrary library, CountMatches counts, MediaPosts media, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var pairs = request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))).ToList();
        var (query, messages) = LibraryQuery.Parse(pairs, clock.GetUtcNow(), TimeZones.Named(ViewerZone.NameOf(request)));
        var list = Listing.Of(query);
        var problems = WholeQuery.ProblemsOf(query, messages).ToList();
        Cursor? after = null;
        if (request.Query["after"].LastOrDefault() is { Length: > 0 } text)
        {
            after = Cursor.Parse(text);
            if (after is null || !list.HasPlace(after)) problems.Add(new("after", text, "“after” is no place in this list; take it from “next” of the page before."));
        }
        // A page passes over what it does not understand and says so; a program would take the rest for the answer.
        if (problems.Count > 0)
        {
            var errors = problems.GroupBy(problem => problem.Parameter, problem => problem.Text).ToDictionary(field => field.Key, field => field.Distinct().ToArray());
            return ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "invalid_parameter", string.Join(" ", errors.Values.SelectMany(reasons => reasons)), errors);
        }
        var page = await library.PageAsync(list, new(After: after), ct);
        var items = await media.OfPageAsync(page, list, request.PathBase, ct);
        if (page.After is { } next) response.Headers.Link = $"<{request.PathBase}/api/query?{Library.Search.QueryString.Of([.. query.Parameters, new("after", next.ToString())])}>; rel=\"next\"";
        return ApiJson.Of(new { Items = items, Next = page.After?.ToString(), Total = await counts.OfAsync(list, ct) });
    }
}
