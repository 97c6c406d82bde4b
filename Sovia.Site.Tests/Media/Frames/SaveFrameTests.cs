using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using Sovia.Import;
using Sovia.Library;
using Sovia.Library.Rebuilding;
using Sovia.Media.Scanning;
using Sovia.Tests.Import;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Frames;

/// <summary>A frame of a clip that becomes a still beside it.</summary>
public sealed class SaveFrameTests(SoviaHost host) : ImportTest(host), IDisposable
{
    private readonly TempFolder folder = new();

    [FactWithProgram("ffmpeg")]
    public async Task the_frame_that_is_shown_becomes_an_item_of_the_stack_with_a_file_of_its_own()
    {
        var (still, clip, path) = await ClipAsync("testsrc2=s=128x192:d=3:r=30000/1001");
        // The frame before begins at 1.4681 s, the next at 1.5015 s.
        var answer = await SaveAsync(clip, "1.5", back: $"/posts/{clip}?search=fog");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"/posts/{clip}?search=fog", answer.Headers.Location!.OriginalString);
        var frame = Assert.Single(await StillsAsync(still), post => post.Id != still);
        Assert.Equal((clip, still, "frame", 1.5), (frame.ParentId, frame.RootId, frame.Derivation, frame.ExtendsFrom));
        Assert.Equal((128, 192, FileStatus.Safe), (frame.Width, frame.Height, frame.Safety));
        using var expected = Image.NewFromFile(await Draw.ClipAsync(folder.PathOf("44.png"), "-i", path, "-vf", @"select=eq(n\,44)", "-frames:v", "1"));
        using var saved = await PictureAsync(frame.Id);
        Assert.Equal(expected.WriteToMemory<byte>(), saved.WriteToMemory<byte>());
        var card = Assert.Single(await FamiliesAsync());
        Assert.Equal((still, 2, 1), (card.CoverId, card.Images, card.Videos));

        // Again: nothing new, nothing else changed.
        await SaveAsync(clip, "1.4999");
        Assert.Equal(2, (await StillsAsync(still)).Count);
        Assert.Equivalent(frame, await LoadPostAsync($"{frame.Id}"));
    }

    [FactWithProgram("ffmpeg")]
    public async Task undo_moves_it_to_the_trash_and_saving_it_again_restores_it()
    {
        var (still, clip, _) = await ClipAsync("testsrc2=s=64x64:d=1:r=10");
        using var client = Host.Site.Server.CreateClient();
        var answer = await SaveAsync(clip, "0.5");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/posts/{clip}");
        request.Headers.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Select(value => value.Split(';')[0]));
        var page = await (await client.SendAsync(request)).Content.ReadAsStringAsync();
        var frame = Assert.Single(await StillsAsync(still), post => post.Id != still).Id;
        Assert.Contains("Frame saved to the stack.", page, StringComparison.Ordinal);
        Assert.Contains($"action=\"/posts/{frame}/annotate\"", page, StringComparison.Ordinal);
        (await client.PostAsync($"/posts/{frame}/annotate", new FormUrlEncodedContent([new("trashed", "true")]))).Dispose();
        Assert.Equal(2, await CountAsync("?unit=post"));
        await SaveAsync(clip, "0.5");
        Assert.Equal(3, await CountAsync("?unit=post"));
        Assert.Equal(2, (await StillsAsync(still)).Count);
    }

    [FactWithProgram("ffmpeg")]
    public async Task it_stays_in_its_stack_through_imports_their_undo_and_a_rebuild()
    {
        var run = await ImportAsync($$"""[{"id":"{{A}}","mediaType":"MEDIA_POST_TYPE_IMAGE","childPosts":[{"id":"{{B}}","mediaType":"MEDIA_POST_TYPE_VIDEO","originalPostId":"{{A}}"}]}]""");
        await SaveClipAsync(Guid.Parse(B), "testsrc2=s=64x64:d=1:r=10");
        await SaveAsync(Guid.Parse(B), "0.25");
        var frame = Assert.Single(await StillsAsync(Guid.Parse(A)), post => post.Id != Guid.Parse(A));
        await ImportAsync($$"""[{"id":"{{A}}","mediaType":"MEDIA_POST_TYPE_IMAGE","originalPostId":"{{C}}"},{"id":"{{C}}","mediaType":"MEDIA_POST_TYPE_IMAGE"}]""");
        await WithAsync<RebuildLibrary, int>(rebuild => rebuild.RunAsync(staleOnly: false, null, default));
        Assert.Equivalent(frame with { RootId = Guid.Parse(C) }, await LoadPostAsync($"{frame.Id}"));
        await Host.Site.Services.GetRequiredService<UndoImport>().RunAsync(run.Id, leavesEdited: false, default);
        var left = await LoadPostAsync($"{frame.Id}");
        Assert.Equal((Guid.Parse(B), FileStatus.Safe), (left.ParentId, left.Safety));
    }

    [FactWithProgram("ffmpeg")]
    public async Task two_videos_with_the_same_frame_get_one_still_each()
    {
        var (first, one, _) = await ClipAsync("color=black:s=64x64:d=1:r=10");
        var (second, other, _) = await ClipAsync("color=black:s=64x64:d=2:r=10");
        await SaveAsync(one, "0");
        await SaveAsync(other, "0");
        Assert.Equal((2, 2), ((await StillsAsync(first)).Count, (await StillsAsync(second)).Count));
    }

    [FactWithProgram("ffmpeg")]
    public async Task a_frame_that_is_not_there_changes_nothing()
    {
        var (still, clip, _) = await ClipAsync("testsrc2=s=64x64:d=1:r=10");
        foreach (var (id, t, status) in new[]
        {
            (clip, "5000", HttpStatusCode.SeeOther), (clip, "-1", HttpStatusCode.BadRequest), (clip, "NaN", HttpStatusCode.BadRequest),
            (clip, "", HttpStatusCode.BadRequest), (still, "0", HttpStatusCode.NotFound), (Guid.NewGuid(), "0", HttpStatusCode.NotFound),
        })
            Assert.Equal((t, status), (t, (await SaveAsync(id, t)).StatusCode));
        Assert.Single(await StillsAsync(still));
        // The last frame is shown until the end.
        await SaveAsync(clip, "1");
        Assert.Equal(2, (await StillsAsync(still)).Count);
    }

    public void Dispose() => folder.Dispose();

    private async Task<(Guid Still, Guid Clip, string Path)> ClipAsync(string drawn)
    {
        var still = Make.Still();
        var clip = Make.Clip(still);
        await StoreAsync(still, clip);
        return (still.Id, clip.Id, await SaveClipAsync(clip.Id, drawn));
    }

    private async Task<string> SaveClipAsync(Guid clip, string drawn)
    {
        var path = await Draw.ClipAsync(folder.PathOf($"{clip}.mp4"), "-f", "lavfi", "-i", drawn, "-pix_fmt", "yuv420p");
        await using var bytes = File.OpenRead(path);
        await Host.Site.Services.GetRequiredService<StoreUpload>().StoreAsync($"grok-video-{clip}.mp4", bytes, default);
        return path;
    }

    private async Task<HttpResponseMessage> SaveAsync(Guid clip, string t, string back = "/")
    {
        using var client = Host.Site.Server.CreateClient();
        return await client.PostAsync($"/posts/{clip}/frames", new FormUrlEncodedContent([new("t", t), new("back", back)]));
    }

    private async Task<IReadOnlyList<Post>> StillsAsync(Guid root)
    {
        await using var session = Host.Store.QuerySession();
        return await session.Query<Post>().Where(post => post.RootId == root && post.Kind == MediaKind.Image).ToListAsync();
    }

    private async Task<Image> PictureAsync(Guid id)
    {
        using var client = Host.Site.Server.CreateClient();
        return Image.NewFromBuffer(await client.GetByteArrayAsync($"/files/{id}"));
    }
}
