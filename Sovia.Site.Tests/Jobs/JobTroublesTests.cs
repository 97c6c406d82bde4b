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
}
