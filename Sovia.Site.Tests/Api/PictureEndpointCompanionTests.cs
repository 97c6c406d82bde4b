using System.Net;
using System.Net.Http.Headers;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Api;

public sealed class PictureEndpointCompanionTests(SoviaHost host) : PictureEndpointTest(host)
{
    private static readonly byte[] Clip = [0, 0, 0, 24, .. "ftypisom"u8, .. Enumerable.Range(0, 1000).Select(number => (byte)number)];

    [Fact]
    public async Task the_largest_rendition_that_is_here_is_served_in_whole_or_in_part()
    {
        var post = await WithCompanionsAsync();
        await PlaceAsync(post.HdUrl!, Clip);
        using var whole = await SendAsync($"/files/{post.Id}/hd");
        Assert.Equal("video/mp4", whole.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"inline; filename=\"2025-10-01_{post.Id.ToString("N")[..8]}-hd.mp4\"",
            whole.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.Equal(Clip, await whole.Content.ReadAsByteArrayAsync());

        using var client = Host.Site.Server.CreateClient();
        client.DefaultRequestHeaders.Range = new RangeHeaderValue(4, 7);
        using var part = await client.GetAsync($"/files/{post.Id}/hd");
        Assert.Equal((HttpStatusCode.PartialContent, "ftyp"), (part.StatusCode, await part.Content.ReadAsStringAsync()));

        await PlaceAsync(post.Hd1080Url!, [.. Clip, 1]);
        using var larger = await SendAsync($"/files/{post.Id}/hd");
        Assert.Equal(Clip.Length + 1, larger.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task a_sound_track_is_served_as_what_it_is()
    {
        var post = await WithCompanionsAsync();
        using var absent = await SendAsync($"/files/{post.Id}/audio");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"),
            (absent.StatusCode, absent.Content.Headers.ContentType?.MediaType));
        await PlaceAsync(post.AudioUrls[1], [.. "ID3"u8, .. new byte[200]]);
        using var sound = await SendAsync($"/files/{post.Id}/audio", method: HttpMethod.Head);
        Assert.Equal((HttpStatusCode.OK, "audio/mpeg", 203),
            (sound.StatusCode, sound.Content.Headers.ContentType?.MediaType, sound.Content.Headers.ContentLength));
    }

    private async Task<Post> WithCompanionsAsync()
    {
        var clip = RootClip();
        var post = clip with
        {
            HdUrl = $"https://assets.grok.com/{clip.Id}/hd.mp4",
            Hd1080Url = $"https://assets.grok.com/{clip.Id}/1080.mp4",
            AudioUrls = [$"https://assets.grok.com/{clip.Id}/a.mp3", $"https://assets.grok.com/{clip.Id}/b.mp3"],
        };
        await StoreAsync(post);
        return post;
    }
}
