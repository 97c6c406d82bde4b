using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Sovia.Library;

namespace Sovia.Downloads.Fetching;

/// <summary>Metadata from the headers of a host's response.</summary>
/// <param name="Start">Offset of the first byte of the body within the file.</param>
/// <param name="Total">Length of the whole file in bytes; null if the host does not state it.</param>
/// <param name="Encoding">Content encoding; null if the body is not compressed.</param>
/// <param name="Validator">Validator for a later range request of the same version; null if resuming is not possible.</param>
internal sealed record HostResponse(long Start, long? Total, string? Encoding, RangeConditionHeaderValue? Validator)
{
    /// <summary>Reads and checks the headers.</summary>
    /// <param name="response">The response.</param>
    /// <param name="missingFile">The requested file.</param>
    /// <param name="from">The requested offset.</param>
    /// <param name="limit">The maximum size in bytes.</param>
    /// <exception cref="DownloadException">The response has no file, or one of another type, over the maximum size, or of another
    /// range.</exception>
    public static HostResponse FromResponse(HttpResponseMessage response, MissingFile missingFile, long from, long limit)
    {
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PartialContent)) throw ToException(response, missingFile.Host);
        var headers = response.Content.Headers;
        if (!IsExpectedType(headers.ContentType?.MediaType, missingFile.Kind))
            throw new DownloadException(DownloadErrorCode.WrongType,
                $"{missingFile.Host} sent {headers.ContentType!.MediaType} instead of {DescribeKind(missingFile.Kind)}.");
        var isPartial = response.StatusCode == HttpStatusCode.PartialContent;
        if (isPartial && (headers.ContentRange is not { HasRange: true } range || range.From != from))
            throw new DownloadException(DownloadErrorCode.WrongLength,
                $"{missingFile.Host} sent a different part of the file than requested.");
        var encoding = headers.ContentEncoding.LastOrDefault(name => name is not "identity");
        var total = isPartial ? headers.ContentRange!.Length : encoding is null ? headers.ContentLength : null;
        if (total > limit) throw CreateTooLargeException(total.Value, limit);
        return new(isPartial ? from : 0, total, encoding, encoding is null ? GetValidator(response) : null);
    }

    /// <summary>Creates the error for a file over the maximum size.</summary>
    public static DownloadException CreateTooLargeException(long bytes, long limit) =>
        new(DownloadErrorCode.TooLarge, string.Create(CultureInfo.InvariantCulture,
            $"The file has {bytes:N0} bytes or more. The limit is {limit:N0}."));

    /// <summary>Returns the display text for the expected kind.</summary>
    public static string DescribeKind(MediaKind kind) =>
        kind switch { MediaKind.Image => "an image", MediaKind.Video => "a video", _ => "an image or video" };

    private static DownloadException ToException(HttpResponseMessage response, string host) => (int)response.StatusCode switch
    {
        404 or 410 => new(DownloadErrorCode.Gone, $"{host} no longer has it ({(int)response.StatusCode})."),
        401 or 403 or 451 => new(DownloadErrorCode.Forbidden, $"{host} denied access ({(int)response.StatusCode})."),
        429 => new(DownloadErrorCode.TooMany, $"{host} received too many requests (429)."),
        // Transient, because the part file does not match the host's file and the retry starts over.
        416 => new(DownloadErrorCode.WrongLength, $"{host} has a shorter file than the part already downloaded (416).", mayPass: true),
        >= 500 and var status => new(DownloadErrorCode.ServerError, $"{host} has a server error ({status})."),
        var status => new(DownloadErrorCode.Unexpected, $"{host} answered {status}."),
    };

    // Storage without type information sends octet-stream or no type; then the content is checked instead.
    private static bool IsExpectedType(string? type, MediaKind kind) => type is null or "application/octet-stream" or "binary/octet-stream"
        || (kind != MediaKind.Video && type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
            && !type.Contains("svg", StringComparison.OrdinalIgnoreCase))
        || (kind != MediaKind.Image && (type.StartsWith("video/", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/mp4", StringComparison.OrdinalIgnoreCase)));

    private static RangeConditionHeaderValue? GetValidator(HttpResponseMessage response) =>
        response.Headers.ETag is { IsWeak: false } etag ? new(etag)
        : response.Content.Headers.LastModified is { } lastModified ? new(lastModified)
        : null;
}
