using Sovia.Jobs;
using Sovia.Tests.Support;

namespace Sovia.Tests.Jobs;

public sealed class JobRowTests
{
    private static readonly JobRow Row = new()
    {
        Id = "import 1",
        Node = "here",
        StartedAt = Make.Start,
        SeenAt = Make.Start,
        Attempts = 20
    };

    [Fact]
    public void a_long_running_attempt_restarts_the_count()
    {
        var troubled = Row with { TroubledSince = Make.Start.AddMinutes(-30) };
        Assert.Equal((20, Make.Start.AddMinutes(-30)),
            (troubled.WithHeartbeat(Make.Start.AddSeconds(30)).Attempts, troubled.WithHeartbeat(Make.Start.AddSeconds(30)).TroubledSince));
        Assert.Equal((1, null), (troubled.WithHeartbeat(Make.Start.AddMinutes(5)).Attempts,
            troubled.WithHeartbeat(Make.Start.AddMinutes(5)).TroubledSince));
    }

    [Theory]
    [InlineData(RunJobItem.MaxAttempts, null, false)]
    [InlineData(RunJobItem.MaxAttempts + 1, null, true)]
    [InlineData(RunJobItem.MaxAttempts + 1, 59, false)]
    [InlineData(RunJobItem.MaxAttempts + 300, 59, false)]
    [InlineData(RunJobItem.MaxAttempts + 1, 60, true)]
    [InlineData(5, 600, false)]
    public void an_item_fails_after_many_attempts_or_an_hour_of_transient_errors(int attempts, int? minutes,
        bool isHopeless)
    {
        var row = Row with { Attempts = attempts, TroubledSince = minutes is { } ago ? Make.Start.AddMinutes(-ago) : null };
        Assert.Equal(isHopeless, row.HasExhaustedRetries(Make.Start));
    }
}
