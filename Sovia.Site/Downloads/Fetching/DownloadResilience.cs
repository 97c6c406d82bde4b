using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace Sovia.Downloads.Fetching;

/// <summary>How a request is made again: after longer and longer pauses, or when the host says, and never where that cannot help.</summary>
internal static class DownloadResilience
{
    /// <summary>Adds the retries, and within them the time that an answer may take.</summary>
    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, DownloadOptions options, TimeProvider clock)
    {
        pipeline.TimeProvider = clock;
        pipeline.AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = options.MaxRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            ShouldHandle = args => ValueTask.FromResult(MayPass(args.Outcome)
                && (AfterOf(args.Outcome, clock) ?? TimeSpan.Zero) <= options.MaxRetryAfter),
            DelayGenerator = args => ValueTask.FromResult(AfterOf(args.Outcome, clock)),
        });
        pipeline.AddTimeout(new TimeoutStrategyOptions { Timeout = options.StallTimeout });
    }

    private static bool MayPass(Outcome<HttpResponseMessage> outcome) => outcome.Exception switch
    {
        null => outcome.Result is
        {
            StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            or >= HttpStatusCode.InternalServerError
        },
        HttpRequestException e => e.InnerException is not DownloadException,
        var e => e is TimeoutRejectedException,
    };

    // A date may lie in the past by the time it is read.
    private static TimeSpan? AfterOf(Outcome<HttpResponseMessage> outcome, TimeProvider clock) =>
        (outcome.Result?.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - clock.GetUtcNow() : null) is { } wait
        ? (wait > TimeSpan.Zero ? wait : TimeSpan.Zero) : null;
}
