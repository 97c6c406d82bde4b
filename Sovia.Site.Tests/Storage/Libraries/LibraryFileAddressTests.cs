using System.Net;
using Sovia.Tests.Media.Scanning;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Storage.Libraries;

/// <summary>Bytes, pictures and companions of two libraries on one site, by post and by hash.</summary>
[Collection(HostCollection.Name)]
public sealed class LibraryFileAddressTests(TwoLibraries two) : IClassFixture<TwoLibraries>
{
    private readonly LibraryReader mine = two.Default.CreateReader, theirs = two.Other.CreateReader;

    [Fact]
    public async Task each_is_served_their_own_bytes_of_the_same_post()
    {
        foreach (var one in two.Both)
            foreach (var (post, bytes) in TwoLibraries.Shared.Take(2).Append(one.OwnPost).Zip([one.Files[0], one.Files[1], one.Files[3]]))
                Assert.Equal(bytes, await BytesAsync(one.CreateReader, $"/files/{post}"));
        Assert.NotEqual(two.Default.Files[1], two.Other.Files[1]);
    }

    [Fact]
    public async Task a_file_that_another_library_has_of_the_same_post_is_not_served()
    {
        foreach (var address in (string[])["", "/256", "/512", "/1024", "/hd", "/audio"])
        {
            // The owner requests each file first, so that pictures are built and cached.
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(theirs, $"/files/{TwoLibraries.Shared[2]}{address}"));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(mine, $"/files/{TwoLibraries.Shared[2]}{address}"));
        }
    }

    [Fact]
    public async Task a_picture_is_served_by_hash_only_where_a_file_of_that_hash_is()
    {
        var (same, only) = (TestMedia.Hash(two.Default.Files[0]), TestMedia.Hash(two.Other.Files[2]));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(mine, $"/files/by-hash/{only}/256"));
        using var built = await theirs.GetAsync($"/files/by-hash/{only}/256");
        Assert.Equal(HttpStatusCode.OK, built.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(mine, $"/files/by-hash/{only}/256"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(mine, $"/files/by-hash/{only}/256",
            $"If-None-Match: {built.Headers.ETag}"));
        foreach (var reader in new[] { mine, theirs })
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader, $"/files/by-hash/{same}/256"));
    }

    [Fact]
    public async Task an_etag_of_one_library_does_not_match_in_another()
    {
        using var known = await theirs.GetAsync($"/files/{TwoLibraries.Shared[1]}");
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(theirs, $"/files/{TwoLibraries.Shared[1]}",
            $"If-None-Match: {known.Headers.ETag}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(mine, $"/files/{TwoLibraries.Shared[1]}",
            $"If-None-Match: {known.Headers.ETag}"));
    }

    [Fact]
    public async Task a_file_in_the_media_folder_of_another_library_is_no_file_of_this_one()
    {
        var path = $"https_/imagine-public.x.ai/imagine-public/images/{TwoLibraries.Shared[3]}.jpg";
        var bytes = TestMedia.Picture();
        var placed = two.WriteMediaFile(theirs.Library, path, bytes);
        Assert.StartsWith(Path.Combine(two.DataDirectory, "libraries") + Path.DirectorySeparatorChar, placed, StringComparison.Ordinal);
        Assert.Equal(bytes, await BytesAsync(theirs, $"/files/{TwoLibraries.Shared[3]}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(mine, $"/files/{TwoLibraries.Shared[3]}"));
        Assert.Contains($"{TwoLibraries.Shared[3]}", await mine.ReadAsync("/media/lists/json"), StringComparison.Ordinal);
        Assert.DoesNotContain($"{TwoLibraries.Shared[3]}", await theirs.ReadAsync("/media/lists/json"), StringComparison.Ordinal);
    }

    [FactWithFfmpeg]
    public async Task a_moving_preview_of_another_library_s_clip_is_not_served()
    {
        using var folder = new TempFolder();
        var clip = await File.ReadAllBytesAsync(await Draw.ClipAsync(folder.PathOf("a.mp4"), "-f", "lavfi", "-i", "testsrc2=s=320x240:d=1",
            "-pix_fmt", "yuv420p", "-metadata", $"title={Guid.NewGuid()}"));
        var id = new Guid("0c000000-1111-4222-8333-444444444444");
        foreach (var one in two.Both)
        {
            var post = one.Post(id, "a clip");
            (post["mediaType"], post["mimeType"]) = ("MEDIA_POST_TYPE_VIDEO", "video/mp4");
            await one.CreateReader.ImportAsync($"clip-{one.CreateReader.Word}.json", $"[{post.ToJsonString()}]");
        }
        await theirs.UploadAsync(($"{id}.mp4", clip));
        foreach (var address in (string[])[$"/files/{id}", $"/files/{id}/512", $"/files/{id}/sprite",
            $"/files/by-hash/{TestMedia.Hash(clip)}/sprite", $"/files/by-hash/{TestMedia.Hash(clip)}/512"])
        {
            Assert.Equal((address, HttpStatusCode.OK), (address, await StatusAsync(theirs, address)));
            Assert.Equal((address, HttpStatusCode.NotFound), (address, await StatusAsync(mine, address)));
        }
    }

    [Fact]
    public async Task scan_results_of_one_library_are_not_shown_in_another()
    {
        using (await theirs.PostAsync("/media", "/media?handler=scan")) { }
        await Eventually.TrueAsync(async () => (await theirs.ReadAsync("/media")).Contains("Last scan", StringComparison.Ordinal),
            "the scan has ended");
        Assert.DoesNotContain("Last scan", await mine.ReadAsync("/media"), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(LibraryReader reader, string address, params string[] headers)
    {
        using var answer = await reader.GetAsync(address, headers);
        return answer.StatusCode;
    }

    private static async Task<byte[]> BytesAsync(LibraryReader reader, string address)
    {
        using var answer = await reader.GetAsync(address);
        Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
