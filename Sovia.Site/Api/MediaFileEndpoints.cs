using Microsoft.Net.Http.Headers;
using Sovia.Media.Serving;

namespace Sovia.Api;

/// <summary><c>/files/{postId}</c>: the bytes of a post, in whole or in part.</summary>
public static class MediaFileEndpoints
{
    // The address names the post and not the bytes, so it may come to hold others: an hour, then ask again with the tag.
    private const string Caching = "private, max-age=3600";

    /// <summary>Maps the addresses of bytes.</summary>
    public static IEndpointRouteBuilder MapMediaFiles(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/files/{postId:guid}", [HttpMethods.Get, HttpMethods.Head], ServeAsync);
        return app;
    }

    private static async Task<IResult> ServeAsync(Guid postId, OpenMedia open, HttpContext http, CancellationToken ct)
    {
        var headers = http.Response.Headers;
        if (await open.ForPostAsync(postId, ct) is not { } media)
        {
            headers.CacheControl = "no-store";
            return Results.NotFound();
        }

        headers.CacheControl = Caching;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentDisposition = $"{(media.Type.CanShowInline ? "inline" : "attachment")}; filename=\"{media.Name}\"";
        return Results.Stream(
            media.Bytes,
            media.Type.Mime,
            lastModified: media.ModifiedAt,
            entityTag: new EntityTagHeaderValue($"\"{media.Version}\""),
            enableRangeProcessing: true);
    }
}
