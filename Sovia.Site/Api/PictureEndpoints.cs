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
    private const string Pictures = "regex(^(256|512|1024|sprite)$)";

    // A post's file may be replaced; the content of a hash never changes.
    private const string Short = "private, max-age=3600";
    private const string Immutable = "private, max-age=31536000, immutable";
    private const string Failure = "private, max-age=60";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly MediaTypeHeaderValue Webp = new("image/webp");

    /// <summary>Maps the picture variants.</summary>
    public static IEndpointRouteBuilder MapPictures(this IEndpointRouteBuilder app)
    {
        app.MapMethods($"/files/{{postId:guid}}/{{variant:{Pictures}}}", Reading, OfPostAsync);
        app.MapMethods($"/files/by-hash/{{sha256:length(64)}}/{{variant:{Pictures}}}", Reading, OfHashAsync);
        app.MapMethods("/files/{postId:guid}/{variant:regex(^(hd|audio)$)}", Reading, CompanionAsync);
        return app;
    }

    private static async Task<IResult> OfPostAsync(Guid postId, string variant, string? format, OpenPicture open, HttpContext http,
        CancellationToken ct) =>
        await open.ForPostAsync(postId, PictureVariant.Find(variant)!, Negotiate(http, format), ct) is var (picture, name)
            ? Serve(http, picture, name, Short)
            : Nothing(http, "The post is unknown or its file is not saved on this server.", "no-store");

    private static async Task<IResult> OfHashAsync(string sha256, string variant, string? format, OpenPicture open, HttpContext http,
        CancellationToken ct)
    {
        if (!ContentHashCache.IsSha256Hex(sha256)) return Nothing(http, "Not a SHA-256 hash in lower-case hex.", "no-store");
        var key = new PictureKey(sha256, PictureVariant.Find(variant)!, Negotiate(http, format));
        return Serve(http, await open.ByHashAsync(key, ct), $"{sha256[..8]}-{variant}", Immutable);
    }

    private static async Task<IResult> CompanionAsync(Guid postId, string variant, OpenRendition open, HttpContext http,
        CancellationToken ct)
    {
        if (await open.ForPostAsync(postId, variant == "hd" ? MediaRendition.Hd : MediaRendition.Audio, ct) is not { } media)
            return Nothing(http, variant == "hd" ? "No upscaled file of this post is saved on this server."
                : "No audio file of this post is saved on this server.", "no-store");
        var headers = http.Response.Headers;
        headers.CacheControl = Short;
        headers.ContentDisposition = $"{(media.Type.CanShowInline ? "inline" : "attachment")}; filename=\"{media.Name}\"";
        return Results.Stream(media.Bytes, media.Type.Mime, lastModified: media.ModifiedAt, entityTag: Tag(media.Version),
            enableRangeProcessing: true);
    }

    private static IResult Serve(HttpContext http, PictureResult picture, string name, string caching)
    {
        http.Response.Headers.Vary = HeaderNames.Accept;
        if (picture.Bytes is null) return Nothing(http, picture.Problem!, Failure);
        var (_, _, format) = picture.Key;
        http.Response.Headers.CacheControl = caching;
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{name}{format.Extension}\"";
        return Results.Stream(picture.Bytes, format.Mime, entityTag: Tag(picture.Key.ETag));
    }

    private static IResult Nothing(HttpContext http, string reason, string caching)
    {
        http.Response.Headers.CacheControl = caching;
        return Results.Problem(reason, statusCode: StatusCodes.Status404NotFound, title: "File not found");
    }

    private static EntityTagHeaderValue Tag(string version) => new($"\"{version}\"");

    /// <summary>
    /// Chooses the format from the most specific accepted range that covers WebP. Without an Accept header, every format is acceptable.
    /// </summary>
    private static PictureFormat Negotiate(HttpContext http, string? asked)
    {
        if (asked is "jpeg" or "jpg") return PictureFormat.Jpeg;
        if (asked is "webp") return PictureFormat.Webp;
        var accepted = http.Request.GetTypedHeaders().Accept;
        if (accepted.Count == 0) return PictureFormat.Webp;
        var best = accepted.Where(range => Webp.IsSubsetOf(range))
            .MaxBy(range => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2);
        return best is null || best.Quality == 0 ? PictureFormat.Jpeg : PictureFormat.Webp;
    }
}
