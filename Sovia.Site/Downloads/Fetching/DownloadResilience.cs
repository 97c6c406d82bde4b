using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace Sovia.Downloads.Fetching;

/// <summary>
/// Retry policy: exponential backoff, or the delay that the host asks for, and no retry after an error that a retry cannot fix.
/// </summary>
internal static class DownloadResilience
{
    /// <summary>Adds the retries and, inside them, the timeout of each response.</summary>
    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, DownloadOptions options, TimeProvider clock)
    {
        pipeline.TimeProvider = clock;
        pipeline.AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = options.MaxRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            ShouldHandle = args => ValueTask.FromResult(IsTransient(args.Outcome)
                && (GetRetryDelay(args.Outcome, clock) ?? TimeSpan.Zero) <= options.MaxRetryAfter),
            DelayGenerator = args => ValueTask.FromResult(GetRetryDelay(args.Outcome, clock)),
        });
        pipeline.AddTimeout(new TimeoutStrategyOptions { Timeout = options.StallTimeout });
    }

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome.Exception switch
    {
        null => outcome.Result is
        {
            StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            or >= HttpStatusCode.InternalServerError
        },
        HttpRequestException e => e.InnerException is not DownloadException,
        var e => e is TimeoutRejectedException,
    };

    // A Retry-After date may be in the past by the time it is read.
    private static TimeSpan? GetRetryDelay(Outcome<HttpResponseMessage> outcome, TimeProvider clock) =>
        (outcome.Result?.Headers.RetryAfter is { } retryAfter ? retryAfter.Delta ?? retryAfter.Date - clock.GetUtcNow() : null) is { } delay
        ? (delay > TimeSpan.Zero ? delay : TimeSpan.Zero) : null;
}
