using Sovia.Media.Serving;
using Sovia.Metadata.Decoding;

namespace Sovia.Api;

/// <summary>Maps <c>/files/joined?ids=a,b</c>: videos concatenated into one file without re-encoding.</summary>
public static class JoinedClipEndpoints
{
    private const int MaxClips = 12;

    private const long MaxBytes = 4L << 30;

    /// <summary>Maps the joined videos.</summary>
    public static IEndpointRouteBuilder MapJoinedClips(this IEndpointRouteBuilder app)
    {
        app.MapGet("/files/joined", JoinAsync);
        return app;
    }

    private static async Task<IResult> JoinAsync(string? ids, OpenMedia open, JoinVideos join, HttpContext http, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        var parts = (ids ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var postIds = parts.Select(part => Guid.TryParse(part, out var id) ? id : Guid.Empty).ToList();
        if (postIds.Count is < 2 or > MaxClips || postIds.Contains(Guid.Empty) || postIds.Distinct().Count() < postIds.Count)
            return Refuse(StatusCodes.Status400BadRequest, $"“ids” must name two to {MaxClips} different posts, separated by commas.");
        List<string> paths = [];
        var totalBytes = 0L;
        foreach (var postId in postIds)
        {
            if (await open.ForPostAsync(postId, ct) is not { } media)
                return Refuse(StatusCodes.Status404NotFound, "The file of one of these videos is not saved on your server.");
            await using var stream = media.Bytes;
            if (stream is not FileStream file || !media.Type.Mime.StartsWith("video/", StringComparison.Ordinal))
                return Refuse(StatusCodes.Status409Conflict, "Only videos can be joined.");
            paths.Add(file.Name);
            if ((totalBytes += file.Length) > MaxBytes) return Refuse(StatusCodes.Status409Conflict, "These videos are too large to join.");
        }
        try
        {
            http.Response.Headers.ContentDisposition = $"inline; filename=\"joined-{postIds[0].ToString("N")[..8]}.mp4\"";
            return Results.Stream(await join.RunAsync(paths, ct), "video/mp4", enableRangeProcessing: true);
        }
        catch (UnreadableMediaException exception)
        {
            http.Response.Headers.ContentDisposition = default;
            return Refuse(StatusCodes.Status409Conflict, exception.Message);
        }
    }

    private static IResult Refuse(int status, string reason) =>
        Results.Problem(reason, statusCode: status, title: "The videos can't be joined");
}
