using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using Sovia.Pictures;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Api;

public sealed class PictureEndpointsTests(SoviaHost host) : PictureEndpointTest(host)
{
    [Fact]
    public async Task a_width_is_a_small_picture_and_never_the_original()
    {
        var post = await StoreStillAsync();
        foreach (var (variant, width) in new[] { ("256", 256), ("512", 512), ("1024", 700) })
            foreach (var address in new[] { $"/files/{post.Id}/{variant}", $"/files/by-hash/{post.File!.Sha256}/{variant}" })
            {
                using var answer = await SendAsync(address);
                var bytes = await answer.Content.ReadAsByteArrayAsync();
                using var picture = Image.NewFromBuffer(bytes);
                Assert.Equal((HttpStatusCode.OK, "image/webp", width),
                    (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, picture.Width));
                Assert.True(bytes.Length < post.File!.Length / 2);
            }
    }

    [Fact]
    public async Task urls_by_hash_are_cached_forever_and_urls_by_post_are_not()
    {
        var post = await StoreStillAsync();
        using var byHash = await SendAsync(PictureUrls.GetUrl(post.File!, 512));
        Assert.Equal("max-age=31536000, private, immutable", byHash.Headers.CacheControl?.ToString());
        Assert.Equal("Accept", byHash.Headers.Vary.Single());
        Assert.Equal("nosniff", byHash.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal($"inline; filename=\"{post.File!.Sha256[..8]}-512.webp\"", byHash.Content.Headers.GetValues("Content-Disposition")
            .Single());
        Assert.False(byHash.Headers.ETag!.IsWeak);
        using var byPost = await SendAsync($"/files/{post.Id}/512");
        Assert.Equal(TimeSpan.FromHours(1), byPost.Headers.CacheControl?.MaxAge);
        Assert.Equal($"inline; filename=\"2025-10-01_{post.Id.ToString("N")[..8]}-512.webp\"",
            byPost.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.Equal(byHash.Headers.ETag, byPost.Headers.ETag);
    }

    [Fact]
    public async Task head_matches_get_and_a_matching_etag_returns_304()
    {
        var post = await StoreStillAsync();
        using var got = await SendAsync(PictureUrls.GetUrl(post.File!, 256));
        using var head = await SendAsync(PictureUrls.GetUrl(post.File!, 256), method: HttpMethod.Head);
        Assert.Equal(got.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal((got.Headers.ETag, "image/webp"), (head.Headers.ETag, head.Content.Headers.ContentType?.MediaType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        using var known = await SendAsync(PictureUrls.GetUrl(post.File!, 256), tag: got.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Contains("immutable", known.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "", "image/webp")]
    [InlineData("image/avif,image/webp,*/*;q=0.8", "", "image/webp")]
    [InlineData("*/*", "", "image/webp")]
    [InlineData("image/*", "", "image/webp")]
    [InlineData("image/jpeg", "", "image/jpeg")]
    [InlineData("image/webp;q=0,*/*", "", "image/jpeg")]
    [InlineData("image/webp", "?format=jpeg", "image/jpeg")]
    [InlineData("image/jpeg", "?format=webp", "image/webp")]
    public async Task clients_without_webp_support_get_jpeg(string? accept, string query, string type)
    {
        var post = await StoreStillAsync();
        using var answer = await SendAsync(PictureUrls.GetUrl(post.File!, 256) + query, accept);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        using var picture = Image.NewFromBuffer(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(type == "image/webp" ? "webpload_buffer" : "jpegload_buffer", picture.Get("vips-loader"));
    }

    [Fact]
    public async Task twenty_requests_at_once_build_once_and_the_next_is_served_from_disk()
    {
        var post = await StoreStillAsync(1024, 1536);
        var build = Host.Site.Services.GetRequiredService<BuildPictures>();
        var before = build.BuiltCount;
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(PictureUrls.GetUrl(post.File!, 512))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(before + 1, build.BuiltCount);
        await Host.ResetAsync();
        using var again = await SendAsync(PictureUrls.GetUrl(post.File!, 512));
        Assert.Equal((HttpStatusCode.OK, before + 1), (again.StatusCode, build.BuiltCount));
    }

    [Fact]
    public async Task a_damaged_file_fails_alone_with_its_reason()
    {
        var post = await StoreStillAsync();
        var bad = await StorePostAsync(Make.Still(), [0xFF, 0xD8, 0xFF, 0xE0, .. "no picture at all"u8]);
        using var answer = await SendAsync(PictureUrls.GetUrl(bad.File!, 512), "image/webp");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("The image is damaged or incomplete.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var other = await SendAsync(PictureUrls.GetUrl(post.File!, 512));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("/files/0f8fad5b-d9cb-469f-a165-70867728950e/512")]
    [InlineData("/files/0f8fad5b-d9cb-469f-a165-70867728950e/hd")]
    [InlineData("/files/by-hash/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/512")]
    [InlineData("/files/by-hash/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/512")]
    [InlineData("/files/by-hash/aaaa/512")]
    [InlineData("/files/by-hash/..%2f..%2fetc/512")]
    [InlineData("/files/by-hash/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/poster")]
    [InlineData("/files/by-hash/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/300")]
    public async Task missing_pictures_return_404(string address)
    {
        using var answer = await SendAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [FactWithFfmpeg]
    public async Task a_clip_has_a_poster_and_a_sprite()
    {
        var post = await StoreClipAsync();
        foreach (var (variant, width) in new[] { ("256", 256), ("512", 320), ("sprite", 12 * 256) })
        {
            using var answer = await SendAsync($"/files/by-hash/{post.File!.Sha256}/{variant}");
            using var picture = Image.NewFromBuffer(await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal(width, picture.Width);
        }
    }
}
