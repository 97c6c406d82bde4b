using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Media.Serving;
using Sovia.Metadata;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Serving;

/// <summary>Many requests for the parts of one file.</summary>
public sealed class ServedFileCacheTests(SoviaHost host) : FileAddressTest(host)
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[5_000]];

    private LibraryStateCache Versions => Host.Site.Services.GetRequiredService<LibraryStateCache>();

    private NpgsqlDataSource Source => Host.Site.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task a_part_is_served_without_asking_for_the_post_again_until_the_library_changes()
    {
        var post = await SaveFileAsync(Jpeg);
        Assert.Equal(HttpStatusCode.PartialContent, await PartAsync(post));
        // The library version does not change, so only a database query would notice.
        await RunAsync("delete from sovia.mt_doc_post where id = $1", post.Id);
        Assert.Equal(HttpStatusCode.PartialContent, await PartAsync(post));
        await RunAsync(
            "insert into sovia.library_version as v (tenant_id, version, families, posts, format) values ('*DEFAULT*', 1, 0, 0, 1) on "
            + "conflict (tenant_id) do update set version = v.version + 1");
        Versions.Invalidate("*DEFAULT*");
        Assert.Equal(HttpStatusCode.NotFound, await PartAsync(post));
    }

    [Fact]
    public async Task a_file_that_goes_comes_back_or_changes_is_noticed_at_once()
    {
        var post = await SaveFileAsync(Jpeg);
        Assert.Equal(HttpStatusCode.PartialContent, await PartAsync(post));
        File.Delete(PathOf(post));
        Assert.Equal(HttpStatusCode.NotFound, await PartAsync(post));
        await File.WriteAllBytesAsync(PathOf(post), "GIF89a, another kind"u8.ToArray());
        using var whole = await Client.GetAsync(Address(post));
        Assert.Equal(("image/gif", 20), (whole.Content.Headers.ContentType?.ToString(),
            (await whole.Content.ReadAsByteArrayAsync()).Length));
    }

    [Fact]
    public async Task entries_are_cached_per_library_post_and_companion()
    {
        using var folder = new MediaFolder();
        folder.Write("https_/h/a");
        var file = folder.Media.Find("https://h/a", null)!;
        using var served = new ServedFileCache(Versions, folder.Media);
        var (id, looks) = (Guid.NewGuid(), 0);
        async Task FindAsync(string tenant, Guid post, MediaRendition? companion) =>
            Assert.NotNull(await served.GetOrFindAsync(tenant, post, companion, _ =>
        {
            looks++;
            return Task.FromResult<ServedFile?>(new(post, null, file, MediaType.Unknown, null));
        }, default));
        for (var round = 0; round < 2; round++)
        {
            await FindAsync("a", id, null);
            await FindAsync("b", id, null);
            await FindAsync("a", id, MediaRendition.Hd);
            await FindAsync("a", Guid.Empty, null);
        }
        Assert.Equal(4, looks);
    }

    [Fact]
    public async Task a_reader_that_goes_away_leaves_no_file_open()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var folder = new MediaFolder();
        var path = folder.Write("https_/h/a");
        var file = folder.Media.Find("https://h/a", null)!;
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => file.DetectTypeAsync(gone.Token));
        Assert.DoesNotContain(path, Directory.EnumerateFiles("/proc/self/fd").Select(link => new FileInfo(link).LinkTarget));
    }

    private async Task<HttpStatusCode> PartAsync(Post post)
    {
        using var response = await SendAsync(post, request => request.Headers.Range = new(0, 3));
        return response.StatusCode;
    }

    private async Task RunAsync(string sql, params object[] values)
    {
        await using var command = Source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }
}
