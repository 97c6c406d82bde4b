using Microsoft.Net.Http.Headers;
using Sovia.Media.Serving;

namespace Sovia.Api;

/// <summary>Maps <c>/files/{postId}</c>: the file of a post, with range requests.</summary>
public static class MediaFileEndpoints
{
    // The URL names the post, whose file may be replaced: clients revalidate with the entity tag after an hour.
    private const string CachePolicy = "private, max-age=3600";

    /// <summary>Maps the media files.</summary>
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

        headers.CacheControl = CachePolicy;
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
