using Sovia.Jobs;
using Sovia.Tests.MediaFiles.Pictures;

namespace Sovia.Tests.Jobs;

public sealed class JobTroublesTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public void a_fault_is_told_until_work_has_gone_on_for_a_while()
    {
        var troubles = new JobTroubles(clock);
        troubles.Note("import 1", "away");
        using (troubles.EndsInAWhile("import 1"))
        {
            clock.Now += TimeSpan.FromSeconds(10);
            Assert.Equal("away", troubles.Any);
            clock.Now += TimeSpan.FromSeconds(15);
            Assert.Null(troubles.Any);
        }
        Assert.Equal(0, clock.Waiting);
    }

    [Fact]
    public void a_note_is_of_one_item_and_goes_where_nobody_renews_it()
    {
        var troubles = new JobTroubles(clock);
        troubles.Note(JobRow.IdOf("import", "1"), "The disk is full.");
        Assert.Equal(("The disk is full.", null, "The disk is full."), (troubles.Of("import", "1"), troubles.Of("import", "2"), troubles.Any));
        clock.Now += TimeSpan.FromMinutes(2);
        Assert.Equal((null, null), (troubles.Of("import", "1"), troubles.Any));
    }
}
