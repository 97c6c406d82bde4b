using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using Sovia.Duplicates.Lookups;
using Sovia.Tests.Support;

namespace Sovia.Tests.Duplicates;

public sealed class LookupTests(SoviaHost host) : DuplicatesTest(host)
{
    [Fact]
    public async Task a_picture_finds_what_looks_like_it_and_is_not_stored()
    {
        var post = await PutAsync(Scenes.Create(1).Png());
        await PutAsync(Scenes.Create(2).Png(), 3);
        await FindDuplicatesAsync();
        var files = await QueryNumberAsync("select count(*) from sovia.mt_doc_mediafile");
        var response = await FindAsync(Scenes.Create(1).Resized(0.7).Jpeg(70));
        Assert.StartsWith("/duplicates?like=", response.Headers.Location!.ToString(), StringComparison.Ordinal);
        var page = await OpenAsync(response.Headers.Location!.ToString());
        Assert.Equal([post.Id], CardsOf(page));
        Assert.Equal(files, await QueryNumberAsync("select count(*) from sovia.mt_doc_mediafile"));
        Assert.Empty(CardsOf(await OpenAsync((await FindAsync(Scenes.Create(77).Png())).Headers.Location!.ToString())));
    }

    [Fact]
    public async Task a_picture_that_cannot_be_compared_says_why()
    {
        foreach (var (bytes, words) in new[] { (Blank(), "nearly one colour"), ("words"u8.ToArray(), "Unsupported image"),
            ([], "Choose an image") })
        {
            var response = await FindAsync(bytes);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
            Assert.Contains(words, (await ReadAsync(response)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task families_are_told_by_how_alike_they_look()
    {
        var (one, near, far) = (await PutAsync(Scenes.Create(1).Png()), await PutAsync(Scenes.Create(1).Jpeg(40), 3),
            await PutAsync(Scenes.Create(5).Png(), 4));
        await FindDuplicatesAsync();
        var known = await Host.Site.Services.GetRequiredService<LookalikeIndexCache>().GetCurrentAsync(default);
        Assert.Equal([near.Id, far.Id], known.FindNearestFamilies(one.Id, 64, 6).Select(family => family.Root));
        Assert.Empty(known.FindNearestFamilies(Guid.NewGuid(), 64, 6));
        Assert.Equal([near.Id], known.FindNearestFamilies(one.Id, 8, 6).Select(family => family.Root));
        Assert.Same(known, await Host.Site.Services.GetRequiredService<LookalikeIndexCache>().GetCurrentAsync(default));
    }

    [Fact]
    public async Task families_without_text_are_similar_by_looks_first_and_then_by_time()
    {
        var silent = await PutAsync(Make.Still(0), Scenes.Create(1).Png(), "png");
        var other = await PutAsync(Make.Still(1, "a heron"), Scenes.Create(5).Png(), "png");
        var alike = await PutAsync(Make.Still(500, "a stork"), Scenes.Create(1).Jpeg(40), "jpg");
        await FindDuplicatesAsync();
        await Eventually.TrueAsync(async () => CardsOf(await OpenAsync($"/posts/{silent.Id}/similar")).Count == 2, "similar posts");
        var page = await OpenAsync($"/posts/{silent.Id}/similar");
        Assert.Equal([alike.Id, other.Id], CardsOf(page));
        Assert.StartsWith("looks ", page.QuerySelector("[data-reason]")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("made 1 minute", page.QuerySelectorAll("[data-reason]")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("look similar come first", page.QuerySelector("[role=status].similar__none")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> FindAsync(byte[] picture)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(picture), "picture", "a.png" } };
        return await SendAsync(new(HttpMethod.Post, "/duplicates?handler=find") { Content = form });
    }

    private static byte[] Blank()
    {
        using var black = Image.Black(60, 80, bands: 3);
        return black.PngsaveBuffer();
    }
}
