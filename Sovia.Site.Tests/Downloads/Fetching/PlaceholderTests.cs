using Marten;
using Sovia.Downloads.Fetching;
using Sovia.Tests.Support;

namespace Sovia.Tests.Downloads.Fetching;

public sealed class PlaceholderTests(SoviaHost host) : DownloadTest(host)
{
    [Fact]
    public async Task a_clip_that_is_served_for_several_posts_is_nobody_s()
    {
        ConfigureServices(FastOptions with { MaxPerHost = 1 });
        var standIn = FileBytes.Clip(9);
        var (first, second, third, real) = (Clip(standIn), Clip(standIn), Clip(standIn), Clip(FileBytes.Clip(1)));
        var withdrawn = new List<Guid>();
        Events.PlaceholderRemoved += (post, _) => withdrawn.Add(post);

        var run = await DownloadAsync(first, second, third, real);

        foreach (var post in new[] { first, second, third })
        {
            Assert.Equal(DownloadErrorCode.Placeholder, (await ProblemOfAsync(post))?.Code);
            Assert.False(File.Exists(GetTargetPath(post)));
        }
        Assert.Equal((4, 1, 3), (run.Counts.Total, run.Counts.Done, run.Counts.Failed[DownloadErrorCode.Placeholder]));
        Assert.Single(withdrawn);
        Assert.Empty(FindUnexpectedFiles(real));
        Assert.True(File.Exists(GetTargetPath(real)));
    }

    [Fact]
    public async Task a_placeholder_that_is_known_is_known_in_the_next_run_too()
    {
        var (first, second) = (Clip(FileBytes.Clip(9)), Clip(FileBytes.Clip(9)));
        await DownloadAsync(first, second);
        var third = Clip(FileBytes.Clip(9));
        var run = await DownloadAsync(third);
        Assert.Equal((0, 3), (run.Counts.Done, run.Counts.Failed[DownloadErrorCode.Placeholder]));
    }

    [Fact]
    public async Task a_placeholder_that_cannot_be_taken_away_at_first_is_taken_away_later()
    {
        var (first, second) = (Clip(FileBytes.Clip(9)), Clip(FileBytes.Clip(9)));
        await DownloadAsync(first);
        await using (new FileStream(GetTargetPath(first), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            Assert.Equal(DownloadErrorCode.Unwritable, (await DownloadAsync(second)).Counts.Failed.Keys.Single());
        Assert.True(File.Exists(GetTargetPath(first)));

        var withdrawn = new List<Guid>();
        Events.PlaceholderRemoved += (post, _) => withdrawn.Add(post);
        await DownloadAsync();

        Assert.Equal([first.Id], withdrawn);
        Assert.All([first, second], post => Assert.False(File.Exists(GetTargetPath(post))));
        Assert.Equal(DownloadErrorCode.Placeholder, (await ProblemOfAsync(second))?.Code);
    }

    [Fact]
    public async Task a_placeholder_that_was_left_behind_by_an_earlier_version_is_taken_away()
    {
        var (first, second) = (Clip(FileBytes.Clip(9)), Clip(FileBytes.Clip(9)));
        await DownloadAsync(first);
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store((await session.Query<DownloadedVideo>().SingleAsync()) with { IsPlaceholder = true });
            await session.SaveChangesAsync();
        }
        await DownloadAsync(second);
        Assert.All([first, second], post => Assert.False(File.Exists(GetTargetPath(post))));
    }

    [Fact]
    public async Task the_same_picture_may_be_two_posts_and_a_clip_may_be_fetched_again()
    {
        var (one, other, clip) = (Picture(FileBytes.Picture(9)), Picture(FileBytes.Picture(9)), Clip(FileBytes.Clip(1)));
        await DownloadAsync(one, other, clip);
        File.Delete(GetTargetPath(clip));
        var run = await DownloadAsync();
        Assert.Equal(1, run.Counts.Done);
        Assert.All([one, other, clip], post => Assert.True(File.Exists(GetTargetPath(post))));
    }
}
