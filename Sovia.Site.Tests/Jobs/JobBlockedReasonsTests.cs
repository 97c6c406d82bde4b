using Sovia.Jobs;
using Sovia.Tests.Pictures;

namespace Sovia.Tests.Jobs;

public sealed class JobBlockedReasonsTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public void a_fault_is_told_until_work_has_gone_on_for_a_while()
    {
        var troubles = new JobBlockedReasons(clock);
        troubles.Set("import 1", "away");
        using (troubles.ScheduleRemoval("import 1"))
        {
            clock.Now += TimeSpan.FromSeconds(10);
            Assert.Equal("away", troubles.CurrentReason);
            clock.Now += TimeSpan.FromSeconds(15);
            Assert.Null(troubles.CurrentReason);
        }
        Assert.Equal(0, clock.Waiting);
    }

    [Fact]
    public void a_note_is_of_one_item_and_goes_where_nobody_renews_it()
    {
        var troubles = new JobBlockedReasons(clock);
        troubles.Set(JobRow.CreateId("import", "1"), "The disk is full.");
        Assert.Equal(("The disk is full.", null, "The disk is full."),
            (troubles.Find("import", "1"), troubles.Find("import", "2"), troubles.CurrentReason));
        clock.Now += TimeSpan.FromMinutes(2);
        Assert.Equal((null, null), (troubles.Find("import", "1"), troubles.CurrentReason));
    }
}
