using Sovia.Library;
using Sovia.Media;
using Sovia.Media.Matching;
using Sovia.Tests.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Matching;

public sealed class CompanionTests(SoviaHost host) : ScanTest(host)
{
    private readonly Post still = Make.Still();

    [Theory]
    [InlineData("picture.json", "{\"id\":\"ID\"}")]
    [InlineData("picture.jpg.json", "{\"post\":{\"id\":\"ID\"}}")]
    [InlineData("picture.json", "{\"mediaId\":\"ID\"}")]
    [InlineData("picture.json",
        "{\"title\":\"x\",\"mediaUrl\":\"https://assets.grok.com/users/3d813cbb-47fb-42ba-91df-831e1593ac29/ID/content?cache=1\"}")]
    [InlineData("grok-imagine-session-7.json", "{\"sessionId\":7,\"images\":[{\"id\":\"ID\",\"filename\":\"picture.jpg\"}]}")]
    [InlineData("_image_manifest.json", "{\"picture.jpg\":{\"assetId\":\"ID\"}}")]
    [InlineData("manifest.json", "[{\"id\":\"ID\",\"file\":\"media/picture.jpg\"}]")]
    public async Task a_sidecar_file_names_the_post(string name, string json)
    {
        await StoreAsync(still);
        Write("picture.jpg", TestMedia.Jpeg());
        Write(name, json.Replace("ID", still.Id.ToString(), StringComparison.Ordinal));
        Assert.Equal(1, (await ScanAsync()).Matched["sidecar"]);
        Assert.NotNull(await ReadServedAsync(still.Id));
    }

    [Theory]
    [InlineData("picture.json", "{\"id\":\"ID\"}")]
    [InlineData("manifest.json", "[{\"id\":\"ID\",\"file\":\"media/picture.jpg\"}]")]
    public async Task a_sidecar_that_arrives_later_is_read(string name, string json)
    {
        await StoreAsync(still);
        Write("picture.jpg", TestMedia.Jpeg());
        Assert.Equal(1, (await ScanAsync()).Unmatched);
        Write(name, json.Replace("ID", still.Id.ToString(), StringComparison.Ordinal));
        Assert.Equal(1, (await ScanAsync()).Matched["sidecar"]);
    }

    [Theory]
    [InlineData("picture.json", "{\"id\":\"ID\",\"filename\":\"cat \\ud83d\",\"url\":\"\\udc00\"}")]
    [InlineData("picture.json", "{\"mediaId\":\"cat \\ud83d\",\"url\":\"ID\",\"ur\\ud83d\":1}")]
    [InlineData("manifest.json",
        "[{\"id\":\"x \\ud83d\",\"filename\":\"cat \\ud83d\"},{\"id\":\"ID\",\"file\":\"media/picture.jpg\",\"i\\ud83d\":1}]")]
    [InlineData("manifest.json", "{\"cat \\ud83d\":{\"id\":\"x\"},\"picture.jpg\":{\"id\":\"ID\",\"title\":\"caf\u00E9\"}}")]
    public async Task a_companion_with_half_a_character_or_in_an_old_character_set_is_read(string name, string json)
    {
        await StoreAsync(still);
        Write("picture.jpg", TestMedia.Jpeg());
        Write("unrelated.jpg", TestMedia.Jpeg());
        Assert.Equal(2, (await ScanAsync()).Unmatched);
        Write(name, System.Text.Encoding.Latin1.GetBytes(json.Replace("ID", still.Id.ToString(), StringComparison.Ordinal)));
        Assert.Equal(1, (await ScanAsync()).Matched["sidecar"]);
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("[1,2,3]")]
    [InlineData("{\"id\":7}")]
    public async Task a_companion_that_says_nothing_is_no_fault(string json)
    {
        Write("picture.jpg", TestMedia.Jpeg());
        Write("picture.json", json);
        Assert.Equal((1, 0), (await ScanAsync() is var report ? report.Unmatched : -1, report.Rejected));
    }

    [Fact]
    public async Task a_sound_track_is_found_by_the_address_its_post_names()
    {
        var sound = $"https://assets.grok.com/users/{Guid.NewGuid()}/generated/{Guid.NewGuid()}/generated_audio.flac";
        var clip = Make.Clip(still) with { AudioUrls = [sound] };
        await StoreAsync(still, clip);
        Write(sound.Replace("https://", "https_/", StringComparison.Ordinal), TestMedia.Flac());
        await ScanAsync();
        var match = Assert.Single(await LoadAllAsync<FileMatch>());
        Assert.Equal((clip.Id, FileRole.Audio, "address"), (match.PostId, match.Role, match.Method));
    }

    [Fact]
    public async Task files_that_came_before_their_posts_are_matched_when_those_come()
    {
        var clip = Make.Clip(still);
        var video = TestMedia.Clip();
        Write($"{still.Id}.jpg", TestMedia.Picture());
        Write($"grok-video-{still.Id}.mp4", video);
        Assert.Equal(2, (await ScanAsync()).Unmatched);
        await StoreAsync(still, clip);
        var waiting = ActivatorOf<RematchFiles>();
        Assert.Equal((2, 0), (await waiting.RunAsync(default), await waiting.RunAsync(default)));
        Assert.Equal(video, await ReadServedAsync(clip.Id));
        Assert.Equal(2, Assert.Single(await LoadAllAsync<Family>()).Safe);
    }

    [Fact]
    public async Task a_scan_tries_again_what_had_no_post()
    {
        Write($"{still.Id}.jpg", TestMedia.Jpeg());
        Assert.Equal(1, (await ScanAsync()).Unmatched);
        await StoreAsync(still);
        Assert.Equal((1, 0), (await ScanAsync() is var report ? report.Matched["uuid-in-name"] : -1, report.Unmatched));
    }

    [Fact]
    public async Task more_files_than_one_batch_wait_and_all_are_tried()
    {
        var posts = Enumerable.Range(0, 620).Select(i => Make.Still(i)).ToArray();
        foreach (var post in posts) Write($"{post.Id}.jpg", TestMedia.Jpeg());
        Write("nobody.jpg", TestMedia.Jpeg());
        await ScanAsync();
        await StoreAsync(posts);
        Assert.Equal(620, await ActivatorOf<RematchFiles>().RunAsync(default));
    }

    private T ActivatorOf<T>() => (T)Services.GetService(typeof(T))!;
}
