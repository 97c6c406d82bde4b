using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Sovia.Api.Docs;
using Sovia.Curation;
using Sovia.Library.Browsing;
using Sovia.Query.Lists;

namespace Sovia.Api;

/// <summary>
/// Maps <c>/api/export</c>: every post of a query with its annotation, as JSON Lines in the order of the list. A list of families exports
/// all their posts.
/// </summary>
public static class ExportEndpoint
{
    private const int ItemsAtOnce = 250;

    /// <summary>Maps the export.</summary>
    public static void MapExport(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/export", SendAsync).WithSummary("Streams every post of a query as newline-delimited JSON")
            .WithQueryParameters(new("unit", "family: all posts of matching stacks. post: matching posts only.",
                "family")
            { Values = ["family", "post"] }, ApiParameter.Fields)
            .ProducesText("application/x-ndjson", ApiExamples.Post.ReplaceLineEndings("") + "\n").ProducesInvalidParameter();

    private static async Task<IResult> SendAsync(HttpRequest request, HttpResponse response, BrowseLibrary library,
        ReadAnnotatedPosts posts, TimeProvider clock, CancellationToken ct)
    {
        if (!ApiQuery.TryRead(request, clock.GetUtcNow(), out var query, out var problem)) return problem;
        if (!ApiFieldSelection.TryRead(request, out var fields, out problem)) return problem;
        var list = ResolvedQuery.From(query);
        // Read the first page before sending anything, so that a search time-out can still become an error response.
        var (lines, next) = await LinesAsync(null);
        response.ContentType = "application/x-ndjson; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"sovia-{clock.GetUtcNow():yyyy-MM-dd}.ndjson\"";
        response.Headers.CacheControl = "no-store";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        while (true)
        {
            // Read the next page while this one is sent.
            var following = next is null ? null : LinesAsync(next);
            await response.BodyWriter.WriteAsync(lines, ct);
            if (following is null) return Results.Empty;
            (lines, next) = await following;
        }

        // Returns the next posts as JSON Lines, and the cursor after them; null after the last.
        async Task<(ReadOnlyMemory<byte> Lines, Cursor? Next)> LinesAsync(Cursor? after)
        {
            var places = await library.ReadCursorsAsync(list, after, ItemsAtOnce, ct);
            using var made = new MemoryStream();
            foreach (var (post, annotation) in await posts.ReadAsync(list, places.Select(place => place.Id), ct))
            {
                var line = PostJson.From(post, annotation, request.PathBase);
                if (fields is null) JsonSerializer.Serialize(made, line, ApiJson.Options);
                else JsonSerializer.Serialize(made, fields.Select(line), ApiJson.Options);
                made.WriteByte((byte)'\n');
            }
            return (made.GetBuffer().AsMemory(0, (int)made.Length), places.Count < ItemsAtOnce ? null : places[^1]);
        }
    }
}
