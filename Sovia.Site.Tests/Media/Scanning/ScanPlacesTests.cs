using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Commands;
using Sovia.Library;
using Sovia.Media;
using Sovia.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Scanning;

/// <summary>What a user may name, and what the site then serves.</summary>
public sealed class ScanPlacesTests(SoviaHost host) : ScanTest(host)
{
    private readonly Post still = Make.Still();

    [Fact]
    public async Task a_folder_named_on_the_terminal_is_a_media_root_from_then_on()
    {
        await StoreAsync(still);
        var bytes = TestMedia.Jpeg();
        Write(Path.Combine(Outside, "named", $"{still.Id}.jpg"), bytes);
        Assert.Equal(0, (await ScanAsync()).Files);
        Assert.Equal(1, (await Scan.ScanNamedAsync([Path.Combine(Outside, "named")], null, default)).New);
        Assert.Equal(bytes, await ReadServedAsync(still.Id));
        Assert.Equal(1, (await ScanAsync()).Unchanged);
    }

    [Fact]
    public async Task a_folder_inside_a_root_is_scanned_alone()
    {
        Write("a/1.jpg", TestMedia.Jpeg());
        Write("b/2.jpg", TestMedia.Jpeg());
        await ScanAsync();
        File.Delete(GetPath("a/1.jpg"));
        File.Delete(GetPath("b/2.jpg"));
        Assert.Equal(1, (await Scan.ScanNamedAsync([GetPath("a")], null, default)).Missing);
        Assert.Single(await LoadAllAsync<FileLocation>(), location => location.MissingSince is not null);
        Assert.Empty(await LoadAllAsync<AddedRoot>());
    }

    [Fact]
    public async Task invalid_roots_are_rejected()
    {
        var file = Write(Path.Combine(Outside, "one.jpg"), TestMedia.Jpeg());
        var report = await Scan.ScanNamedAsync(["/", file, Path.Combine(Outside, "nowhere"), Uploads.DataDirectory], null, default);
        Assert.True(report.NothingRead);
        Assert.Equal((4, 0), (report.Rejected, report.Files));
        Assert.Empty(await LoadAllAsync<AddedRoot>());
    }

    [Fact]
    public async Task a_root_that_is_no_longer_one_is_not_read()
    {
        await StoreAsync(still);
        Write(Path.Combine(Outside, "named", $"{still.Id}.jpg"), TestMedia.Jpeg());
        await Scan.ScanNamedAsync([Path.Combine(Outside, "named")], null, default);
        await using (var session = Host.Store.LightweightSession())
        {
            session.DeleteWhere<AddedRoot>(root => true);
            await session.SaveChangesAsync();
        }
        Assert.Null(await ReadServedAsync(still.Id));
    }

    [Fact]
    public async Task a_root_inside_a_root_is_scanned_once()
    {
        Write("inner/1.jpg", TestMedia.Jpeg());
        var roots = ActivatorUtilities.CreateInstance<AllMediaRoots>(Services, new ConfiguredMediaRoots([Root, GetPath("inner")]), Uploads);
        var report = await ActivatorUtilities.CreateInstance<ScanRoots>(Services, roots, Uploads).ScanAllAsync(null, default);
        Assert.Equal((1, 1), (report.Files, (await LoadAllAsync<FileLocation>()).Count));
    }

    [Fact]
    public async Task the_site_serves_a_matched_file_under_its_hash()
    {
        await StoreAsync(still);
        var bytes = TestMedia.Jpeg();
        var folder = Path.Combine(Host.DataDirectory, "media", Guid.NewGuid().ToString("N"));
        Write(Path.Combine(folder, $"holiday_{still.Id}.png"), bytes);
        Assert.Equal(0, await CommandLineApp.Parse(["scan", folder])!.RunAsync(Services));
        using var client = Host.Site.Server.CreateClient();
        using var response = await client.GetAsync($"/files/{still.Id}");
        Assert.Equal(bytes, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/jpeg", response.Content.Headers.ContentType?.ToString());
        Assert.Equal($"\"{TestMedia.Hash(bytes)}\"", response.Headers.ETag?.ToString());
        using var again = new HttpRequestMessage(HttpMethod.Get,
            $"/files/{still.Id}")
        { Headers = { IfNoneMatch = { response.Headers.ETag! } } };
        using var unchanged = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task the_command_says_by_its_exit_code_how_it_went()
    {
        var folder = Path.Combine(Host.DataDirectory, "media", Guid.NewGuid().ToString("N"));
        Write(Path.Combine(folder, "fine.jpg"), TestMedia.Jpeg());
        Assert.Equal(0, await CommandLineApp.Parse(["scan", folder, "--json"])!.RunAsync(Services));
        Write(Path.Combine(folder, "empty.jpg"), []);
        Assert.Equal(1, await CommandLineApp.Parse(["scan", folder])!.RunAsync(Services));
        Assert.Equal(2, await CommandLineApp.Parse(["scan", Path.Combine(Outside, "nowhere")])!.RunAsync(Services));
    }

    [Fact]
    public async Task the_data_directory_is_not_media_even_inside_a_root()
    {
        var data = Path.Combine(Outside, "data");
        Directory.CreateDirectory(Path.Combine(data, "postgres"));
        await File.WriteAllBytesAsync(Path.Combine(data, "postgres", "base.jpg"), TestMedia.Jpeg());
        await File.WriteAllBytesAsync(Path.Combine(Outside, "beside.jpg"), TestMedia.Jpeg());
        Assert.Equal("beside.jpg",
            Assert.Single(new FolderWalker(new(Outside), new HashSet<string> { data }, new([]), new()).EnumerateFiles()).Path);
    }
}
