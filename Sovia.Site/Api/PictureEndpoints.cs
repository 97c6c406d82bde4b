using Microsoft.Net.Http.Headers;
using Sovia.Media;
using Sovia.Media.Serving;
using Sovia.Pictures;

namespace Sovia.Api;

/// <summary>
/// Maps <c>/files/{postId}/{variant}</c>: pictures generated from a post's file or stored with it; and
/// <c>/files/by-hash/{sha256}/{variant}</c>: the same for pages, with immutable content. WebP, or JPEG if the client does not accept WebP
/// or requests <c>?format=jpeg</c>. If there is no picture, 404 with the reason as <c>problem+json</c>.
/// </summary>
public static class PictureEndpoints
{
    private const string VariantConstraint = "regex(^(256|512|1024|sprite)$)";

    // A post's file may be replaced; the content of a hash never changes.
    private const string ShortCaching = "private, max-age=3600";
    private const string ImmutableCaching = "private, max-age=31536000, immutable";
    private const string FailureCaching = "private, max-age=60";

    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    private static readonly MediaTypeHeaderValue WebpType = new("image/webp");

    /// <summary>Maps the picture variants.</summary>
    public static IEndpointRouteBuilder MapPictures(this IEndpointRouteBuilder app)
    {
        app.MapMethods($"/files/{{postId:guid}}/{{variant:{VariantConstraint}}}", ReadMethods, ServePostAsync);
        app.MapMethods($"/files/by-hash/{{sha256:length(64)}}/{{variant:{VariantConstraint}}}", ReadMethods, ServeHashAsync);
        app.MapMethods("/files/{postId:guid}/{variant:regex(^(hd|audio)$)}", ReadMethods, ServeRenditionAsync);
        return app;
    }

    private static async Task<IResult> ServePostAsync(Guid postId, string variant, string? format, OpenPicture open, HttpContext http,
        CancellationToken ct) =>
        await open.ForPostAsync(postId, PictureVariant.Find(variant)!, Negotiate(http, format), ct) is var (picture, name)
            ? Serve(http, picture, name, ShortCaching)
            : NotFound(http, "The post is unknown or its file is not saved on your server.", "no-store");

    private static async Task<IResult> ServeHashAsync(string sha256, string variant, string? format, OpenPicture open, HttpContext http,
        CancellationToken ct)
    {
        if (!ContentHashCache.IsSha256Hex(sha256)) return NotFound(http, "Not a SHA-256 hash in lower-case hex.", "no-store");
        var key = new PictureKey(sha256, PictureVariant.Find(variant)!, Negotiate(http, format));
        return Serve(http, await open.ByHashAsync(key, ct), $"{sha256[..8]}-{variant}", ImmutableCaching);
    }

    private static async Task<IResult> ServeRenditionAsync(Guid postId, string variant, OpenRendition open, HttpContext http,
        CancellationToken ct)
    {
        if (await open.ForPostAsync(postId, variant == "hd" ? MediaRendition.Hd : MediaRendition.Audio, ct) is not { } media)
            return NotFound(http, variant == "hd" ? "No upscaled file of this post is saved on your server."
                : "No audio file of this post is saved on your server.", "no-store");
        var headers = http.Response.Headers;
        headers.CacheControl = ShortCaching;
        headers.ContentDisposition = $"{(media.Type.CanShowInline ? "inline" : "attachment")}; filename=\"{media.Name}\"";
        return Results.Stream(media.Bytes, media.Type.Mime, lastModified: media.ModifiedAt, entityTag: CreateETag(media.Version),
            enableRangeProcessing: true);
    }

    private static IResult Serve(HttpContext http, PictureResult picture, string name, string caching)
    {
        http.Response.Headers.Vary = HeaderNames.Accept;
        if (picture.Bytes is null) return NotFound(http, picture.Problem!, FailureCaching);
        var (_, _, format) = picture.Key;
        http.Response.Headers.CacheControl = caching;
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{name}{format.Extension}\"";
        return Results.Stream(picture.Bytes, format.Mime, entityTag: CreateETag(picture.Key.ETag));
    }

    private static IResult NotFound(HttpContext http, string reason, string caching)
    {
        http.Response.Headers.CacheControl = caching;
        return Results.Problem(reason, statusCode: StatusCodes.Status404NotFound, title: "File not found");
    }

    private static EntityTagHeaderValue CreateETag(string version) => new($"\"{version}\"");

    /// <summary>
    /// Chooses the format from the most specific accepted range that covers WebP. Without an Accept header, every format is acceptable.
    /// </summary>
    private static PictureFormat Negotiate(HttpContext http, string? requestedFormat)
    {
        if (requestedFormat is "jpeg" or "jpg") return PictureFormat.Jpeg;
        if (requestedFormat is "webp") return PictureFormat.Webp;
        var acceptedTypes = http.Request.GetTypedHeaders().Accept;
        if (acceptedTypes.Count == 0) return PictureFormat.Webp;
        var best = acceptedTypes.Where(range => WebpType.IsSubsetOf(range))
            .MaxBy(range => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2);
        return best is null || best.Quality == 0 ? PictureFormat.Jpeg : PictureFormat.Webp;
    }
}
