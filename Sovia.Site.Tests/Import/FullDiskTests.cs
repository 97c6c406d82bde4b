using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Import;
using Sovia.Jobs;
using Sovia.Storage;
using Sovia.Tests.Pages;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

/// <summary>A trigger raises PostgreSQL's disk-full error, so that the tests need not fill a disk.</summary>
public sealed class FullDiskTests(SoviaHost host) : PageTest(host), IAsyncLifetime
{
    private const string Fill = """
        create function sovia.is_full() returns trigger language plpgsql as $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
        create trigger is_full before insert on sovia.post_index for each row when (new.age % 7 = 0) execute function sovia.is_full();
        """;

    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(SyntheticExport.Json(families: 200, seed: 3));

    Task IAsyncLifetime.DisposeAsync() => RunAsync("drop function if exists sovia.is_full cascade");

    [Fact]
    public async Task an_import_reports_a_full_disk_and_resumes_when_space_is_free()
    {
        var clean = await ImportCleanlyAsync();
        await RunAsync(Fill);
        using var content = new MemoryStream(Bytes);
        var id = await WithAsync<StartImport, Guid>(start => start.QueueAsync([("export.json", content)], stopsAtPreview: false, default));
        await Eventually.TrueAsync(async () =>
            (await OpenAsync($"/import/{id}")).QuerySelector("[role=alert]")?.TextContent
            .Contains("disk", StringComparison.Ordinal) == true, "the page says so");
        Assert.Equal("", await LibraryDump.ReadAsync(Host.ConnectionString));

        await RunAsync("drop function sovia.is_full cascade");

        await Eventually.TrueAsync(async () =>
            (await OpenAsync($"/import/{id}")).QuerySelector("#run")!.GetAttribute("data-run-state") == "finished", "it goes on");
        Assert.Null((await OpenAsync($"/import/{id}")).QuerySelector("[role=alert]"));
        Assert.Equal(clean, await LibraryDump.ReadAsync(Host.ConnectionString));
        Assert.Null(Host.Site.Services.GetRequiredService<JobBlockedReasons>().CurrentReason);
    }

    [Fact]
    public void the_command_says_what_to_do()
    {
        var full = new PostgresException("could not extend file", "ERROR", "ERROR", PostgresErrorCodes.DiskFull);
        Assert.Contains("disk", StartupErrors.Explain(new InvalidOperationException("while saving", full)), StringComparison.Ordinal);
        Assert.DoesNotContain("nothing was changed", StartupErrors.Explain(full), StringComparison.Ordinal);
        Assert.Null(DatabaseErrors.Explain(new InvalidOperationException("something else")));
    }

    private async Task<string> ImportCleanlyAsync()
    {
        var file = new ImportableFile("export.json", Bytes.Length, () => new MemoryStream(Bytes));
        var run = new ImportRun { Id = Guid.CreateVersion7(), StartedAt = Make.Start, Sources = [new("export.json", Bytes.Length)] };
        await Host.Site.Services.GetRequiredService<ImportFiles>().RunAsync(run, [file], dryRun: false, progress: null, default);
        var dump = await LibraryDump.ReadAsync(Host.ConnectionString);
        await Host.ResetAsync();
        return dump;
    }

    private async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
