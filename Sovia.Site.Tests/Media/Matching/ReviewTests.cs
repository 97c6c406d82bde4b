using Sovia.Library;
using Sovia.Media;
using Sovia.Media.Matching;
using Sovia.Media.Review;
using Sovia.Tests.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Matching;

public sealed class ReviewTests(SoviaHost host) : ScanTest(host)
{
    private readonly Post still = Make.Still();

    private AttachFile Attach => (AttachFile)Services.GetService(typeof(AttachFile))!;

    private CreatePostFromFile CreatePost => (CreatePostFromFile)Services.GetService(typeof(CreatePostFromFile))!;

    [Fact]
    public async Task a_clip_named_after_its_still_is_not_guessed_among_several()
    {
        Post[] clips = [Make.Clip(still), Make.Clip(still, 2)];
        await StoreAsync([still, .. clips]);
        Write($"{still.Id}.mp4", TestMedia.Mp4());
        Assert.Equal(1, (await ScanAsync()).Ambiguous);
        var waiting = Assert.Single((await ReviewAsync(FileState.Ambiguous)).Files);
        Assert.Equal(clips.Select(clip => clip.Id).Order(), waiting.Candidates.Select(post => post.Id).Order());
        Assert.All(await LoadAllAsync<Post>(), post => Assert.Null(post.File));
    }

    [Fact]
    public async Task the_length_in_bytes_tells_clips_of_one_still_apart()
    {
        var bytes = TestMedia.Mp4(500);
        Post[] clips = [Make.Clip(still) with { LegacyRaw = ["{\"sizeBytes\":\"77\"}"] },
            Make.Clip(still, 2) with { LegacyRaw = [$"{{\"sizeBytes\":{bytes.Length}}}"] }, Make.Clip(still, 3)];
        await StoreAsync([still, .. clips]);
        Write($"grok-video-{still.Id} (1).mp4", bytes);
        Assert.Equal(1, (await ScanAsync()).Matched["size-among-children"]);
        Assert.Equal(bytes, await ReadServedAsync(clips[1].Id));
    }

    [Fact]
    public async Task a_place_among_the_clips_of_a_still_counts_from_the_newest()
    {
        Post[] clips = [Make.Clip(still, 1), Make.Clip(still, 2), Make.Clip(still, 3)];
        await StoreAsync([still, .. clips]);
        var bytes = TestMedia.Mp4();
        Write($"{still.Id}_video_1_HD.mp4", bytes);
        Write($"{still.Id}_video_9.mp4", TestMedia.Mp4());
        var report = await ScanAsync();
        Assert.Equal((1, 1), (report.Matched["place-among-children"], report.Ambiguous));
        Assert.Equal(bytes, await ReadServedAsync(clips[2].Id));
    }

    [Fact]
    public async Task an_ignored_file_stays_out_of_the_review_until_that_is_taken_back_or_its_post_comes()
    {
        var (nobodys, stills) = (TestMedia.Jpeg(), TestMedia.Picture());
        Write("nobodys.jpg", nobodys);
        Write($"{still.Id}.jpg", stills);
        await ScanAsync();
        var hashes = (await LoadAllAsync<MediaFile>()).Select(file => file.Id).ToArray();
        var ignore = (IgnoreFiles)Services.GetService(typeof(IgnoreFiles))!;
        Assert.Equal(2, await ignore.RunAsync(hashes, ignored: true, default));
        Assert.Equal(0, await ignore.RunAsync(hashes, ignored: true, default));
        Write("nobodys again.jpg", nobodys);
        await ScanAsync();
        Assert.Empty((await ReviewAsync(FileState.Unmatched)).Files);
        Assert.Equal(2, (await ReviewAsync(FileState.Ignored)).Files.Count);

        await StoreAsync(still);
        await ((RematchFiles)Services.GetService(typeof(RematchFiles))!).RunAsync(default);
        Assert.Equal(stills, await ReadServedAsync(still.Id));
        Assert.Equal(TestMedia.Hash(nobodys), Assert.Single((await ReviewAsync(FileState.Ignored)).Files).File.Id);

        Assert.Equal(1, await ignore.RunAsync(hashes, ignored: false, default));
        Assert.Single((await ReviewAsync(FileState.Unmatched)).Files);
        Assert.NotNull(await CreatePost.RunAsync(TestMedia.Hash(nobodys), default));
        Assert.Equal(0, await ignore.RunAsync(hashes, ignored: true, default));
    }

    [Fact]
    public async Task manual_matches_survive_scans_until_they_are_undone()
    {
        var other = Make.Still(1);
        await StoreAsync(still, other);
        var bytes = TestMedia.Jpeg();
        var hash = TestMedia.Hash(bytes);
        Write($"{still.Id}.jpg", bytes);
        await ScanAsync();
        Assert.True(await Attach.AttachAsync(hash, other.Id, FileRole.Media, default));
        Write($"copy/{still.Id}.jpg", bytes);
        await ScanAsync();
        Assert.Equal(bytes, await ReadServedAsync(other.Id));
        Assert.Null((await LoadPostAsync(still.Id)).File);
        Assert.True(await Attach.DetachAsync(hash, default));
        Assert.Null((await LoadPostAsync(other.Id)).File);
        Assert.Equal("uuid-in-name", (await LoadPostAsync(still.Id)).File!.Method);
        Assert.False(await Attach.DetachAsync(hash, default));
    }

    [Fact]
    public async Task nothing_is_attached_to_what_is_not_there()
    {
        await StoreAsync(still);
        Assert.False(await Attach.AttachAsync(TestMedia.Hash([1]), still.Id, FileRole.Media, default));
        var bytes = TestMedia.Jpeg();
        Write("a.jpg", bytes);
        await ScanAsync();
        Assert.False(await Attach.AttachAsync(TestMedia.Hash(bytes), Guid.NewGuid(), FileRole.Media, default));
    }

    [Fact]
    public async Task an_unmatched_file_becomes_a_new_post()
    {
        var bytes = TestMedia.Clip();
        var path = Write("harbour.mp4", bytes);
        File.SetLastWriteTimeUtc(path, new(2025, 3, 4, 5, 6, 7, DateTimeKind.Utc));
        await ScanAsync();
        var id = await CreatePost.RunAsync(TestMedia.Hash(bytes), default);
        Assert.Equal(CreatePostFromFile.ComputePostId(TestMedia.Hash(bytes)), id);
        Assert.Equal(id, await CreatePost.RunAsync(TestMedia.Hash(bytes), default));
        var post = Assert.Single(await LoadAllAsync<Post>());
        Assert.Equal((id!.Value, MediaKind.Video), (post.Id, post.Kind));
        Assert.Equal(new DateTimeOffset(2025, 3, 4, 5, 6, 7, TimeSpan.Zero), post.CreatedAt);
        Assert.Equal((1, id.Value), Assert.Single(await LoadAllAsync<Family>()) is var family ? (family.Safe, family.Id) : default);
        Assert.Equal(bytes, await ReadServedAsync(post.Id));
        Assert.Empty((await ReviewAsync(FileState.Unmatched)).Files);
    }

    [Fact]
    public async Task a_file_that_has_a_post_and_an_unknown_one_are_not_taken_in()
    {
        await StoreAsync(still);
        var bytes = TestMedia.Jpeg();
        Write($"{still.Id}.jpg", bytes);
        await ScanAsync();
        Assert.Null(await CreatePost.RunAsync(TestMedia.Hash(bytes), default));
        Assert.Null(await CreatePost.RunAsync(TestMedia.Hash([1]), default));
    }

    [Fact]
    public async Task the_review_is_walked_page_by_page_and_each_file_met_once()
    {
        for (var i = 0; i < 25; i++) Write($"{i}.jpg", TestMedia.Jpeg());
        await ScanAsync();
        var visited = new List<string>();
        for (string? after = null, next = ""; next is not null; after = next)
        {
            var page = await ReviewAsync(FileState.Unmatched, after, 10);
            visited.AddRange(page.Files.Select(file => file.File.Id));
            next = page.NextCursor;
        }
        Assert.Equal((25, 25), (visited.Count, visited.Distinct().Count()));
        Assert.Equal(10, (await ReviewAsync(FileState.Unmatched, "nonsense", 10)).Files.Count);
    }
}
