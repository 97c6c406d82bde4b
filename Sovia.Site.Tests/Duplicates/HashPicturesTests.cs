using Marten;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Duplicates.Groups;
using Sovia.Duplicates.Hashes;
using Sovia.Jobs;
using Sovia.Pictures;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Duplicates;

public sealed class HashPicturesTests(SoviaHost host) : DuplicatesTest(host)
{
    [Fact]
    public async Task a_pass_computes_only_missing_hashes()
    {
        await PutAsync(Scenes.Create(1).Png());
        await FindDuplicatesAsync();
        var before = await QueryNumberAsync("select extract(epoch from max(made_at)) * 1000000 from sovia.picture_hash");
        await PutAsync(Scenes.Create(2).Png(), 3);
        Assert.NotEmpty(await WithAsync((IServiceProvider services) => Job(services).FindPendingAsync(default)));
        await FindDuplicatesAsync();
        Assert.Empty(await WithAsync((IServiceProvider services) => Job(services).FindPendingAsync(default)));
        Assert.Equal(2, await QueryNumberAsync("select count(*) from sovia.picture_hash where state = 0 and first is not null"));
        Assert.Equal(before, await QueryNumberAsync("select extract(epoch from min(made_at)) * 1000000 from sovia.picture_hash"));
    }

    [Fact]
    public async Task a_damaged_picture_is_noted_and_keeps_none_of_the_others_from_theirs()
    {
        var whole = Scenes.Create(2).Jpeg();
        var cut = Scenes.Create(1).Jpeg();
        await PutAsync(Make.Still(), cut[..(cut.Length / 2)], "jpg");
        await PutAsync(Make.Still(1), whole, "jpg");
        await FindDuplicatesAsync();
        Assert.Equal((1, 1), (await QueryNumberAsync("select count(*) from sovia.picture_hash where state = 1"),
            await QueryNumberAsync("select count(*) from sovia.picture_hash where state = 0")));
        // It is not tried again with every pass.
        Assert.Empty(await WithAsync((IServiceProvider services) => Job(services).FindPendingAsync(default)));
        Assert.Contains("1 unreadable", (await OpenAsync("/duplicates")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_interrupted_pass_resumes_where_it_stopped()
    {
        for (var seed = 0; seed < 6; seed++) await PutAsync(Scenes.Create(seed, 90, 120).Png(), seed);
        // The build throttle is held, so the job does not start on posts without pictures.
        var turns = Host.Site.Services.GetRequiredService<BuildThrottle>();
        var folder = Host.Site.Services.GetRequiredService<PictureFolder>();
        using var stop = new CancellationTokenSource();
        await using var session = Host.Store.QuerySession();
        var contents = await session.Query<Sovia.Media.MediaFile>().Select(file => file.Id).ToListAsync();
        foreach (var content in contents) folder.DeleteAll(content);
        using (await turns.AcquireAsync(default))
        {
            var running = WithAsync(async (IServiceProvider services) =>
            {
                await Job(services).RunAsync(HashPicturesJob.JobName, stop.Token);
                return 0;
            });
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        }
        await FindDuplicatesAsync();
        Assert.Equal(6, await QueryNumberAsync("select count(*) from sovia.picture_hash where state = 0"));
    }

    [Fact]
    public async Task each_library_has_hashes_groups_and_decisions_of_its_own()
    {
        await PutAsync(Scenes.Create(1).Png());
        await PutAsync(Scenes.Create(1).Jpeg(), 3);
        await FindDuplicatesAsync();
        using (EnterOtherLibrary())
        {
            await DeriveAsync();
            Assert.Equal(1, await QueryNumberAsync("select count(*) from sovia.duplicate_group"));
            Assert.Empty(
                (await WithAsync((IServiceProvider services) => services.GetRequiredService<Sovia.Duplicates.Queue.ReadDuplicateQueue>()
                    .ReadPageAsync(null, default))).Groups);
            Assert.Equal(0, (await Host.Site.Services.GetRequiredService<Sovia.Duplicates.Lookups.LookalikeIndexCache>()
                .GetCurrentAsync(default)).Count);
            var group = Guid.Parse((await OpenAsync("/duplicates")).QuerySelector("[data-group]")!.GetAttribute("data-group")!);
            var decisionResult = await WithAsync((Sovia.Duplicates.Decisions.DecideDuplicates decide) =>
                decide.RunAsync(group, Sovia.Duplicates.Decisions.DuplicateVerdict.Keep, null, null, default));
            Assert.Null(decisionResult.Batch);
        }
        Assert.Single(GroupsOf(await OpenAsync("/duplicates")));
    }

    [Fact]
    public async Task groups_are_derived_only_when_something_has_changed()
    {
        var derive = Host.Site.Services.GetRequiredService<RebuildDuplicateGroups>();
        await PutAsync(Scenes.Create(1).Png());
        await FindDuplicatesAsync();
        Assert.False(await derive.IsStaleAsync(default));
        await LikeAsync((await PutAsync(Scenes.Create(2).Png(), 4)).Id);
        Assert.True(await derive.IsStaleAsync(default));
        await FindDuplicatesAsync();
        Assert.False(await derive.IsStaleAsync(default));
    }

    [FactWithFfmpeg]
    public async Task clips_have_three_hashes_and_are_continued_by_those_that_begin_where_they_end()
    {
        using var temp = new TempFolder();
        foreach (var (name, seed) in new[] { ("a", 1), ("b", 2), ("c", 3), ("d", 9), ("e", 10) })
            File.WriteAllBytes(temp.PathOf($"{name}.png"), Scenes.Create(seed, 240, 320).Png());
        var first = await PutAsync(Clip(0), await FadeAsync(temp, "a", "b"), "mp4");
        var next = await PutAsync(Clip(5), await FadeAsync(temp, "b", "c"), "mp4");
        await PutAsync(Clip(7), await FadeAsync(temp, "d", "e"), "mp4");
        var copy = await PutAsync(Clip(9), await FadeAsync(temp, "a", "b", crf: "34"), "mp4");
        await FindDuplicatesAsync();
        Assert.Equal(4,
            await QueryNumberAsync(
                "select count(*) from sovia.picture_hash where is_clip and first is not null and middle is not null and last is not null"));

        Assert.Equal(new[] { first.Id, copy.Id }.Order(), Assert.Single(GroupsOf(await OpenAsync("/duplicates"))).Order());
        var page = await OpenAsync($"/posts/{first.Id}");
        Assert.Contains("Continued by", page.QuerySelector(".related")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([$"/posts/{next.Id}"], page.QuerySelectorAll(".related a[title]").Select(link => link.GetAttribute("href")));
        Assert.Contains("Continues from", (await OpenAsync($"/posts/{next.Id}")).QuerySelector(".related")!.TextContent,
            StringComparison.Ordinal);
    }

    private static Sovia.Library.Post Clip(int minutes) =>
        Make.Clip(Make.Still(), minutes) with { ParentId = null, RootId = default } is var clip ? clip with { RootId = clip.Id } : clip;

    private static async Task<byte[]> FadeAsync(TempFolder temp, string from, string to, string crf = "20")
    {
        var path = await Draw.ClipAsync(temp.PathOf($"{from}{to}{crf}.mp4"),
            "-loop", "1", "-t", "1.2", "-i", temp.PathOf($"{from}.png"), "-loop", "1", "-t", "1.2", "-i", temp.PathOf($"{to}.png"),
            "-filter_complex", "[0][1]xfade=transition=fade:duration=0.6:offset=0.5,fps=24,format=yuv420p", "-t", "1.6", "-c:v", "libx264",
            "-crf", crf);
        return await File.ReadAllBytesAsync(path);
    }

    private static HashPicturesJob Job(IServiceProvider services) => services.GetServices<IJob>().OfType<HashPicturesJob>().Single();
}
