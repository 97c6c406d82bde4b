using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media;

public sealed class FileAddressTests(SoviaHost host) : FileAddressTest(host)
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. RandomNumberGenerator.GetBytes(200_000)];

    [Fact]
    public async Task the_bytes_come_as_they_are_under_the_type_they_have()
    {
        // Stated as PNG, named "content": only the bytes tell the truth.
        var post = await SaveFileAsync(Jpeg,
            post => post with { MimeType = "image/png", CreatedAt = new(2025, 10, 31, 23, 30, 0, TimeSpan.Zero) });
        using var response = await Client.GetAsync(Address(post));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Jpeg, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/jpeg", response.Content.Headers.ContentType?.ToString());
        Assert.Equal($"inline; filename=\"2025-10-31_{post.Id.ToString("N")[..8]}.jpg\"",
            response.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(response.Headers.CacheControl is { Private: true, MaxAge.TotalMinutes: > 0 });
        Assert.Equal(["bytes"], response.Headers.AcceptRanges);
        Assert.False(response.Headers.ETag!.IsWeak);
        Assert.NotNull(response.Content.Headers.LastModified);
    }

    [Theory]
    [InlineData("bytes=0-3", 0, 3)]
    [InlineData("bytes=1000-1999", 1000, 1999)]
    [InlineData("bytes=200000-", 200_000, 200_003)]
    [InlineData("bytes=-4", 200_000, 200_003)]
    public async Task a_player_may_ask_for_a_part(string range, int first, int last)
    {
        var post = await SaveFileAsync(Jpeg);
        using var response = await SendAsync(post, request => request.Headers.Range = RangeHeaderValue.Parse(range));
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(new ContentRangeHeaderValue(first, last, Jpeg.Length), response.Content.Headers.ContentRange);
        Assert.Equal(Jpeg[first..(last + 1)], await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task a_part_past_the_end_is_refused_with_the_length()
    {
        var post = await SaveFileAsync(Jpeg);
        using var response = await SendAsync(post, request => request.Headers.Range = new(Jpeg.Length, null));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
        Assert.Equal(Jpeg.Length, response.Content.Headers.ContentRange?.Length);
    }

    [Fact]
    public async Task a_part_of_what_has_changed_since_comes_whole()
    {
        var post = await SaveFileAsync(Jpeg);
        using var response = await SendAsync(post, request =>
        {
            request.Headers.Range = new(0, 3);
            request.Headers.IfRange = new(new EntityTagHeaderValue("\"another\""));
        });
        Assert.Equal((HttpStatusCode.OK, Jpeg.Length), (response.StatusCode, (await response.Content.ReadAsByteArrayAsync()).Length));
    }

    [Fact]
    public async Task the_head_alone_says_the_same_without_the_bytes()
    {
        var post = await SaveFileAsync(Jpeg);
        using var whole = await Client.GetAsync(Address(post));
        using var head = await SendAsync(post, request => request.Method = HttpMethod.Head);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.Equal(whole.Content.Headers.ToString(), head.Content.Headers.ToString());
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task a_file_in_the_browser_cache_is_not_sent_again_until_it_changes()
    {
        var post = await SaveFileAsync(Jpeg);
        using var first = await Client.GetAsync(Address(post));
        using var byTag = await SendAsync(post, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        using var byDate = await SendAsync(post, request => request.Headers.IfModifiedSince = first.Content.Headers.LastModified);
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.NotModified), (byTag.StatusCode, byDate.StatusCode));
        Assert.Empty(await byTag.Content.ReadAsByteArrayAsync());

        await File.WriteAllBytesAsync(PathOf(post), [.. Jpeg, 0]);
        using var changed = await SendAsync(post, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }
}
