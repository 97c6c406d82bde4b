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
        await using var lines = new JsonLinesExport(library, posts, list, (writer, post) => Write(writer, post, fields, request.PathBase))
            .ReadAsync(ct).GetAsyncEnumerator(ct);
        // Read the first page before sending anything, so that a search time-out can still become an error response.
        var hasLines = await lines.MoveNextAsync();
        response.ContentType = "application/x-ndjson; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"sovia-{clock.GetUtcNow():yyyy-MM-dd}.ndjson\"";
        response.Headers.CacheControl = "no-store";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        for (; hasLines; hasLines = await lines.MoveNextAsync()) await response.BodyWriter.WriteAsync(lines.Current, ct);
        return Results.Empty;
    }

    private static void Write(Utf8JsonWriter writer, AnnotatedPost post, ApiFieldSelection? fields, string files)
    {
        var json = PostJson.From(post.Post, post.Annotation, files);
        if (fields is null) JsonSerializer.Serialize(writer, json, ApiJson.Options);
        else JsonSerializer.Serialize(writer, fields.Select(json), ApiJson.Options);
    }
}
