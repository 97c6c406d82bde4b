using System.Net;
using Alba;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Storage;
using Sovia.Tests.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Storage.Libraries;

/// <summary>Work in the background is done for each library that there is.</summary>
public sealed class WatchingTests(SoviaHost host) : HostTest(host)
{
    [Fact]
    public async Task a_file_that_lands_in_a_library_s_media_folder_is_found_for_that_library_alone()
    {
        using var folder = new TempFolder();
        var data = folder.PathOf("data");
        // The folder that settings name has the data directory in it, and with that the other library's files.
        await using var site = await TwoLibraries.StartAsync(await Host.CreateDatabaseAsync(), data, builder => builder
            .UseSetting("Sovia:WatchMediaRoots", "true").UseSetting("Sovia:MediaRoots", folder.Path));
        var (mine, theirs) = (TwoLibraries.CreateReader(site, CurrentLibrary.DefaultId, "quillanna"),
            TwoLibraries.CreateReader(site, "bert", "quillbert"));
        var id = Guid.NewGuid();
        foreach (var reader in new[] { mine, theirs })
            await reader.ImportAsync("a.json",
                $$"""[{"id":"{{id}}","prompt":"{{reader.Word}}","mediaType":"MEDIA_POST_TYPE_IMAGE","createTime":"2025-10-01T12:00:00Z"}]""");
        var media =
            Directory.CreateDirectory(Path.Combine(LibraryFolder.GetPath(Path.Combine(data, "media"), theirs.Library), "new")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(media, $"{id}.jpg"), TestMedia.Picture());
        await Eventually.TrueAsync(async () => await StatusAsync(theirs, $"/files/{id}") == HttpStatusCode.OK, "the file is theirs");
        // And once more, while both watches are at it.
        await File.WriteAllBytesAsync(Path.Combine(media, $"{id}-2.jpg"), TestMedia.Picture());
        await Eventually.TrueAsync(async () => await FilesAsync(site, theirs.Library) == 2, "both files are theirs");
        await File.WriteAllBytesAsync(folder.PathOf("mine.jpg"), TestMedia.Picture());
        await Eventually.TrueAsync(async () => await FilesAsync(site, mine.Library) > 0, "what lies outside is mine");
        Assert.Equal((1, 2), (await FilesAsync(site, mine.Library), await FilesAsync(site, theirs.Library)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(mine, $"/files/{id}"));
    }

    [Fact]
    public async Task every_library_is_processed_even_if_another_fails()
    {
        await using var site = await TwoLibraries.StartAsync(await Host.CreateDatabaseAsync(), Host.DataDirectory);
        var known = site.Services.GetRequiredService<ActiveLibraries>();
        Assert.Equal([CurrentLibrary.DefaultId], await known.ReadIdsAsync(default));
        var carla = TwoLibraries.CreateReader(site, "carla", "quillcarla");
        await carla.WaitAsync(await carla.BeginImportAsync("none.json", "[]"), "failed");
        await TwoLibraries.CreateReader(site, "anna", "quillanna").UploadAsync(("a.jpg", TestMedia.Picture()));
        using (await TwoLibraries.CreateReader(site, "dora", "quilldora").PostAsync("/media", "/media?handler=scan")) { }
        Assert.Equal([CurrentLibrary.DefaultId, "anna", "carla", "dora"], await known.ReadIdsAsync(default));
        var worked = new List<string>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => known.ForEachAsync(
            _ =>
            {
                worked.Add(CurrentLibrary.Id);
                return CurrentLibrary.Id == "anna" ? throw new InvalidOperationException() : Task.CompletedTask;
            },
            default));
        Assert.Equal([CurrentLibrary.DefaultId, "anna", "carla", "dora"], worked);
    }

    private static async Task<HttpStatusCode> StatusAsync(LibraryReader reader, string address)
    {
        using var answer = await reader.GetAsync(address);
        return answer.StatusCode;
    }

    private static async Task<long> FilesAsync(IAlbaHost site, string library)
    {
        await using var command = site.Services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("select count(*) from sovia.mt_doc_filelocation where tenant_id = $1");
        command.Parameters.Add(new() { Value = library });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
