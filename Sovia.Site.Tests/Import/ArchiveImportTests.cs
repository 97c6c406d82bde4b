using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Import;
using Sovia.Media;
using Sovia.Media.Scanning;
using Sovia.Storage;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

/// <summary>Wrapped-up exports all the way into the library.</summary>
public sealed class ArchiveImportTests(SoviaHost host) : ImportTest(host)
{
    private static readonly string List = $$"""{"posts":[{"id":"{{A}}","prompt":"a heron","mediaType":"image"}]}""";

    private async Task<ImportRun> ImportBytesAsync(byte[] bytes, bool dryRun = false)
    {
        var run = new ImportRun
        {
            Id = Guid.CreateVersion7(),
            State = ImportState.Importing,
            StartedAt = DateTimeOffset.UtcNow,
            Sources = [new("handed over", bytes.Length)]
        };
        return await Importer.RunAsync(run, [new("handed over", bytes.Length, () => new MemoryStream(bytes))], dryRun, progress: null,
            default);
    }

    [Fact]
    public async Task an_archive_brings_posts_and_their_pictures_and_is_known_by_its_hash()
    {
        using var folder = new TempFolder();
        var jpeg = await File.ReadAllBytesAsync(Draw.Gradient(40, 30).To(folder.PathOf("a.jpg")));
        var zip = TestArchives.Zip(($"images/{A}.jpg", jpeg), ("posts.json", TestArchives.Bytes(List)));
        await ImportBytesAsync(zip, dryRun: true);
        Assert.Empty(await FamiliesAsync());
        var run = await ImportBytesAsync(zip);
        Assert.Equal((ImportState.Finished, 1, 0), (run.State, run.Counts.New, run.Counts.Rejected));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(zip)), run.Sources[0].Sha256);
        Assert.Equal((40, 30), ((await LoadPostAsync(A)).File!.Width, (await LoadPostAsync(A)).File!.Height));
    }

    [Fact]
    public async Task a_damaged_picture_in_an_archive_keeps_no_other_out()
    {
        using var folder = new TempFolder();
        var pictures = Enumerable.Range(0, 3).Select(at => File.ReadAllBytes(Draw.Gradient(40 + at, 30).To(folder.PathOf($"{at}.jpg"))))
            .ToList();
        var noise = new byte[300_000];
        new Random(1).NextBytes(noise);
        var zip = TestArchives.Zip(("a.jpg", pictures[0]), ("b.jpg", [.. pictures[1], .. noise]), ($"{A}.jpg", pictures[2]),
            ("posts.json", TestArchives.Bytes(List)));
        // Longer than any block of packed bytes, so that the beginning of one is broken.
        zip.AsSpan(80_000, 150_000).Fill(0xFF);
        var run = await ImportBytesAsync(zip);
        Assert.Equal((ImportState.Finished, 1), (run.State, run.Counts.New));
        Assert.Equal((IssueCode.MediaDamaged, "b.jpg", true), Assert.Single(run.Issues) is var issue
            ? (issue.Code, issue.Path, issue.Rejected) : default);
        Assert.Equal(42, (await LoadPostAsync(A)).File!.Width);
    }

    [Fact]
    public async Task a_place_that_pictures_cannot_be_written_to_fails_the_run_and_is_not_the_archives_fault()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.PathOf("uploads"), "no folder");
        var store = ActivatorUtilities.CreateInstance<StoreUpload>(Host.Site.Services, new UploadFolder(folder.Path));
        var import = ActivatorUtilities.CreateInstance<ImportFiles>(Host.Site.Services, store);
        var zip = TestArchives.Zip(("a.jpg", TestArchives.Jpeg), ("posts.json", TestArchives.Bytes(List)));
        var run = CreateRun([new("handed over", zip.Length, () => new MemoryStream(zip))]);
        var fault =
            await Assert.ThrowsAsync<StartupException>(() =>
                import.RunAsync(run, [new("handed over", zip.Length, () => new MemoryStream(zip))], dryRun: false, progress: null,
                    default));
        Assert.StartsWith("Can't store images and videos", ImportFailureMessage.FromException(fault), StringComparison.Ordinal);
        Assert.Contains("disk", StoreEmbeddedMedia.CreateStorageException(new IOException("No space left on device", 28)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task nothing_of_a_recorded_session_is_kept_anywhere()
    {
        var run =
            await ImportBytesAsync(
                TestArchives.Bytes(TestArchives.Har(TestArchives.Exchange("https://grok.com/rest/media/post/list", List),
                    TestArchives.Exchange("https://grok.com/rest/media/post/list", "{\"posts\":[{" + TestArchives.Secret))));
        Assert.Equal(1, run.Counts.New);
        Assert.Contains(IssueCode.HarSecrets, run.IssueCounts.Keys);
        Assert.DoesNotContain(TestArchives.Secret, await WholeDatabaseAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_folder_gives_its_exports_and_leaves_its_media_where_they_are()
    {
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.PathOf("picture.jpg"), TestArchives.Jpeg);
        await File.WriteAllTextAsync(folder.PathOf("json (1)"), List);
        await File.WriteAllTextAsync(folder.PathOf("prod-mc-billing.json"), "{}");
        await File.WriteAllTextAsync(folder.PathOf("utf16"), List, Encoding.Unicode);
        Directory.CreateSymbolicLink(folder.PathOf("round"), folder.Path);
        var found = ExportFolder.Read(folder.Path);
        Assert.Equal(["json (1)", "utf16"], found.Files.Select(file => file.Name));
        Assert.Equal(1, found.MediaCount);
    }

    private async Task<string> WholeDatabaseAsync()
    {
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        var all = new StringBuilder();
        var tables = new List<string>();
        await using (var command =
            source.CreateCommand(
                "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')"))
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        foreach (var table in tables)
        {
            await using var command = source.CreateCommand($"select t::text from {table} t");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) all.AppendLine(reader.GetString(0));
        }
        Assert.Contains("a heron", all.ToString(), StringComparison.Ordinal);
        return all.ToString();
    }
}
