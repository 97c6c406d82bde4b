using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Sovia.Tests.Downloads.Fetching;

/// <summary>Responses of a stub server, most of them faulty.</summary>
internal static class StubResponse
{
    public static RequestDelegate Status(int status, string? retryAfter = null) => http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };

    public static RequestDelegate Redirect(string to) => http =>
    {
        http.Response.Redirect(to);
        return Task.CompletedTask;
    };

    public static RequestDelegate Bytes(byte[] bytes, string? type) => http => Results.Bytes(bytes, type).ExecuteAsync(http);

    /// <summary>One answer after the other, the last for ever.</summary>
    public static RequestDelegate Sequence(params RequestDelegate[] answers)
    {
        var next = -1;
        return http => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](http);
    }

    /// <summary>Sends the full content length and closes the connection after some bytes.</summary>
    public static RequestDelegate CutOff(byte[] bytes, int after, string? tag = "\"1\"") => async http =>
    {
        (http.Response.ContentType, http.Response.ContentLength) = ("image/jpeg", bytes.Length);
        if (tag is not null) http.Response.Headers.ETag = tag;
        await http.Response.Body.WriteAsync(bytes.AsMemory(0, after));
        await http.Response.Body.FlushAsync();
    };

    /// <summary>Sends some bytes and then stalls until the client disconnects.</summary>
    public static RequestDelegate Stall(byte[] bytes, int after, TaskCompletionSource? reached = null, string type = "image/jpeg") =>
        async http =>
    {
        (http.Response.ContentType, http.Response.ContentLength) = (type, bytes.Length);
        http.Response.Headers.ETag = "\"1\"";
        await http.Response.Body.WriteAsync(bytes.AsMemory(0, after));
        await http.Response.Body.FlushAsync();
        reached?.TrySetResult();
        await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    };

    /// <summary>The rest, as asked for with a range, where the version is still that one.</summary>
    public static RequestDelegate Ranged(byte[] bytes, string tag = "\"1\"", string type = "image/jpeg") => http =>
        Results.Bytes(bytes, type, enableRangeProcessing: true, entityTag: new(tag)).ExecuteAsync(http);

    public static RequestDelegate Chunked(byte[] bytes) => async http =>
    {
        http.Response.ContentType = "image/jpeg";
        foreach (var chunk in bytes.Chunk(1_000))
        {
            await http.Response.Body.WriteAsync(chunk);
            await http.Response.Body.FlushAsync();
        }
    };

    public static RequestDelegate Compressed(byte[] bytes) => async http =>
    {
        (http.Response.ContentType, http.Response.Headers.ContentEncoding) = ("image/jpeg", "gzip");
        await using var gzip = new GZipStream(http.Response.Body, CompressionLevel.Fastest);
        await gzip.WriteAsync(bytes);
    };
}
