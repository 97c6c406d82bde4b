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
    private const int PageSize = 250;

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
        var (lines, next) = await ReadLinesAsync(null);
        response.ContentType = "application/x-ndjson; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"sovia-{clock.GetUtcNow():yyyy-MM-dd}.ndjson\"";
        response.Headers.CacheControl = "no-store";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        while (true)
        {
            // Read the next page while this one is sent.
            var nextPage = next is null ? null : ReadLinesAsync(next);
            await response.BodyWriter.WriteAsync(lines, ct);
            if (nextPage is null) return Results.Empty;
            (lines, next) = await nextPage;
        }

        // Returns the next posts as JSON Lines, and the cursor after them; null after the last.
        async Task<(ReadOnlyMemory<byte> Lines, Cursor? Next)> ReadLinesAsync(Cursor? after)
        {
            var cursors = await library.ReadCursorsAsync(list, after, PageSize, ct);
            using var buffer = new MemoryStream();
            foreach (var (post, annotation) in await posts.ReadAsync(list, cursors.Select(cursor => cursor.Id), ct))
            {
                var json = PostJson.From(post, annotation, request.PathBase);
                if (fields is null) JsonSerializer.Serialize(buffer, json, ApiJson.Options);
                else JsonSerializer.Serialize(buffer, fields.Select(json), ApiJson.Options);
                buffer.WriteByte((byte)'\n');
            }
            return (buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cursors.Count < PageSize ? null : cursors[^1]);
        }
    }
}
