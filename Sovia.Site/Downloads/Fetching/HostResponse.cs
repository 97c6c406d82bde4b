using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Sovia.Library;

namespace Sovia.Downloads.Fetching;

/// <summary>What a host's answer says about the file it brings.</summary>
/// <param name="Start">Where in the file its first byte belongs.</param>
/// <param name="Total">How long the whole file is; null where the host does not say.</param>
/// <param name="Encoding">How the bytes are packed; null for not at all.</param>
/// <param name="Validator">By what the rest of this very file can be asked for later; null where that is not possible.</param>
internal sealed record HostResponse(long Start, long? Total, string? Encoding, RangeConditionHeaderValue? Validator)
{
    /// <summary>Reads the headers.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="missingFile">What was asked for.</param>
    /// <param name="from">From which byte on.</param>
    /// <param name="most">The most bytes it may have.</param>
    /// <exception cref="DownloadException">It brings no file, another kind of file, too large a one, or another part of it.</exception>
    public static HostResponse FromResponse(HttpResponseMessage response, MissingFile missingFile, long from, long most)
    {
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PartialContent)) throw Refusal(response, missingFile.Host);
        var headers = response.Content.Headers;
        if (!IsFitting(headers.ContentType?.MediaType, missingFile.Kind))
            throw new DownloadException(DownloadErrorCode.WrongType,
                $"{missingFile.Host} sent {headers.ContentType!.MediaType} instead of {DescribeKind(missingFile.Kind)}.");
        var isPart = response.StatusCode == HttpStatusCode.PartialContent;
        if (isPart && (headers.ContentRange is not { HasRange: true } range || range.From != from))
            throw new DownloadException(DownloadErrorCode.WrongLength,
                $"{missingFile.Host} sent a different part of the file than requested.");
        var encoding = headers.ContentEncoding.LastOrDefault(name => name is not "identity");
        var total = isPart ? headers.ContentRange!.Length : encoding is null ? headers.ContentLength : null;
        if (total > most) throw CreateTooLargeException(total.Value, most);
        return new(isPart ? from : 0, total, encoding, encoding is null ? VersionOf(response) : null);
    }

    /// <summary>That a file is larger than it may be.</summary>
    public static DownloadException CreateTooLargeException(long bytes, long most) =>
        new(DownloadErrorCode.TooLarge, string.Create(CultureInfo.InvariantCulture,
            $"The file has {bytes:N0} bytes or more. The limit is {most:N0}."));

    /// <summary>What is expected, in words.</summary>
    public static string DescribeKind(MediaKind kind) =>
        kind switch { MediaKind.Image => "an image", MediaKind.Video => "a video", _ => "an image or video" };

    private static DownloadException Refusal(HttpResponseMessage response, string host) => (int)response.StatusCode switch
    {
        404 or 410 => new(DownloadErrorCode.Gone, $"{host} no longer has it ({(int)response.StatusCode})."),
        401 or 403 or 451 => new(DownloadErrorCode.Forbidden, $"{host} denied access ({(int)response.StatusCode})."),
        429 => new(DownloadErrorCode.TooMany, $"{host} received too many requests (429)."),
        // What is here already does not fit what the host has: from the start, then.
        416 => new(DownloadErrorCode.WrongLength, $"{host} has a shorter file than the part already downloaded (416).", mayPass: true),
        >= 500 and var status => new(DownloadErrorCode.ServerError, $"{host} has a server error ({status})."),
        var status => new(DownloadErrorCode.Unexpected, $"{host} answered {status}."),
    };

    // Storage that knows no types says "bytes", or nothing; then the bytes themselves decide.
    private static bool IsFitting(string? type, MediaKind kind) => type is null or "application/octet-stream" or "binary/octet-stream"
        || (kind != MediaKind.Video && type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
            && !type.Contains("svg", StringComparison.OrdinalIgnoreCase))
        || (kind != MediaKind.Image && (type.StartsWith("video/", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/mp4", StringComparison.OrdinalIgnoreCase)));

    private static RangeConditionHeaderValue? VersionOf(HttpResponseMessage response) =>
        response.Headers.ETag is { IsWeak: false } tag ? new(tag)
        : response.Content.Headers.LastModified is { } modified ? new(modified)
        : null;
}
