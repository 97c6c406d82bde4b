using Sovia.Jobs;
using Sovia.Tests.Pictures;

namespace Sovia.Tests.Jobs;

public sealed class JobBlockedReasonsTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public void a_reason_is_shown_until_work_has_resumed_for_a_while()
    {
        var reasons = new JobBlockedReasons(clock);
        reasons.Set("import 1", "away");
        using (reasons.ScheduleRemoval("import 1"))
        {
            clock.Now += TimeSpan.FromSeconds(10);
            Assert.Equal("away", reasons.CurrentReason);
            clock.Now += TimeSpan.FromSeconds(15);
            Assert.Null(reasons.CurrentReason);
        }
        Assert.Equal(0, clock.PendingTimerCount);
    }

    [Fact]
    public void a_reason_belongs_to_one_item_and_expires_unless_renewed()
    {
        var reasons = new JobBlockedReasons(clock);
        reasons.Set(JobRow.CreateId("import", "1"), "The disk is full.");
        Assert.Equal(("The disk is full.", null, "The disk is full."),
            (reasons.Find("import", "1"), reasons.Find("import", "2"), reasons.CurrentReason));
        clock.Now += TimeSpan.FromMinutes(2);
        Assert.Equal((null, null), (reasons.Find("import", "1"), reasons.CurrentReason));
    }
}
