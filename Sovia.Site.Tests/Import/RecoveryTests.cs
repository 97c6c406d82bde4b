using Alba;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Import;
using Sovia.Storage;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

/// <summary>What a site does at its start with runs that an earlier process left behind.</summary>
public sealed class RecoveryTests(SoviaHost host) : HostTest(host)
{
    [Theory]
    [InlineData(ImportState.Queued)]
    [InlineData(ImportState.Importing)]
    public async Task a_run_whose_files_are_here_is_taken_up_and_its_files_are_let_go(ImportState state)
    {
        using var folder = new TempFolder();
        var id = await LeaveAsync(state, new ImportSource("export.json", SyntheticExport.Twenty.Length));
        var spool = new ImportSpool(folder.PathOf("imports"));
        using (var content = new MemoryStream(SyntheticExport.Twenty)) await spool.StoreAsync(id, 0, content, default);
        var run = await RestartAsync(folder, id);
        Assert.Equal((ImportState.Finished, 20), (run.State, run.Counts.Families));
        await Eventually.TrueAsync(() => Task.FromResult(!spool.HasFiles(id)), "the files are let go");
    }

    [Theory]
    [InlineData(ImportState.Queued)]
    [InlineData(ImportState.Reading)]
    [InlineData(ImportState.Preview)]
    public async Task a_run_that_asks_first_comes_to_its_preview_and_goes_no_further(ImportState state)
    {
        using var folder = new TempFolder();
        var id = await LeaveAsync(state, new ImportSource("export.json", SyntheticExport.Twenty.Length), stopsAtPreview: true);
        var spool = new ImportSpool(folder.PathOf("imports"));
        using (var content = new MemoryStream(SyntheticExport.Twenty)) await spool.StoreAsync(id, 0, content, default);
        await using var site = await StartAsync(folder);
        await Eventually.TrueAsync(async () => await LoadRunAsync(id) is { State: ImportState.Preview } run
            && (state == ImportState.Preview || run.Counts.Families == 20), "the preview is there");
        Assert.True(spool.HasFiles(id));
        Assert.Equal("", await LibraryDump.ReadAsync(Host.ConnectionString));
    }

    [Fact]
    public async Task a_go_ahead_that_nobody_queued_is_noticed()
    {
        using var folder = new TempFolder();
        var id = await LeaveAsync(ImportState.Preview, new ImportSource("export.json", SyntheticExport.Twenty.Length), stopsAtPreview: true);
        using (var content = new MemoryStream(SyntheticExport.Twenty))
            await new ImportSpool(folder.PathOf("imports")).StoreAsync(id, 0, content, default);
        await using var site = await StartAsync(folder);
        // The shared host has no files of it and leaves it to the one that has.
        Assert.True(await WithAsync<ContinueImport, bool>(go => go.RunAsync(id, OwnerFilter.All, default)));
        await Eventually.TrueAsync(async () => await LoadRunAsync(id) is { State: ImportState.Finished, Counts.Families: 20 },
            "it is written");
    }

    [Fact]
    public async Task a_run_whose_files_are_nowhere_has_failed_with_a_reason()
    {
        using var folder = new TempFolder();
        var run = await RestartAsync(folder,
            await LeaveAsync(ImportState.Importing, new ImportSource("export.json", SyntheticExport.Twenty.Length)));
        Assert.Equal(ImportState.Failed, run.State);
        Assert.Contains("Import the same files again", run.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_run_that_waits_on_one_site_is_not_failed_by_another()
    {
        using var folder = new TempFolder();
        using var elsewhere = new TempFolder();
        var id = await LeaveAsync(ImportState.Importing, new ImportSource("export.json", SyntheticExport.Twenty.Length));
        using (var content = new MemoryStream(SyntheticExport.Twenty))
            await new ImportSpool(folder.PathOf("imports")).StoreAsync(id, 0, content, default);
        var writing = await Host.Site.Services.GetRequiredService<LibraryLockProvider>().AcquireAsync(ImportJob.JobName, default);
        await using var waits = await StartAsync(folder);
        await using var looks = await StartAsync(elsewhere);
        // Longer than a site waits before it fails a run without files.
        await Task.Delay(TimeSpan.FromSeconds(20));
        await writing.DisposeAsync();
        await Eventually.TrueAsync(async () => (await LoadRunAsync(id)).HasEnded, "the run has ended");
        Assert.Equal((ImportState.Finished, 20), ((await LoadRunAsync(id)).State, (await LoadRunAsync(id)).Counts.Families));
    }

    [Fact]
    public async Task a_run_that_was_taken_for_lost_goes_on_where_its_files_are()
    {
        using var folder = new TempFolder();
        using var elsewhere = new TempFolder();
        var id = await LeaveAsync(ImportState.Importing, new ImportSource("export.json", SyntheticExport.Twenty.Length));
        Assert.Equal(ImportState.Failed, (await RestartAsync(elsewhere, id)).State);
        using (var content = new MemoryStream(SyntheticExport.Twenty))
            await new ImportSpool(folder.PathOf("imports")).StoreAsync(id, 0, content, default);
        await using var site = await StartAsync(folder);
        await Eventually.TrueAsync(async () => await LoadRunAsync(id) is
        {
            State: ImportState.Finished, Failure: null,
            Counts.Families: 20
        }, "it is written after all");
    }

    [Fact]
    public async Task files_of_a_run_that_has_ended_are_let_go()
    {
        using var folder = new TempFolder();
        var id = await LeaveAsync(ImportState.Finished, new ImportSource("export.json", SyntheticExport.Twenty.Length));
        var spool = new ImportSpool(folder.PathOf("imports"));
        using (var content = new MemoryStream(SyntheticExport.Twenty)) await spool.StoreAsync(id, 0, content, default);
        await RestartAsync(folder, id);
        await Eventually.TrueAsync(() => Task.FromResult(!spool.HasFiles(id)), "the files are let go");
    }

    private async Task<Guid> LeaveAsync(ImportState state, ImportSource source, bool stopsAtPreview = false)
    {
        await using var session = Host.Store.LightweightSession();
        var run = new ImportRun
        {
            Id = Guid.CreateVersion7(),
            State = state,
            StopsAtPreview = stopsAtPreview,
            StartedAt = DateTimeOffset.UtcNow,
            Sources = [source]
        };
        session.Store(run);
        await session.SaveChangesAsync();
        return run.Id;
    }

    private async Task<ImportRun> RestartAsync(TempFolder folder, Guid id)
    {
        await using var site = await StartAsync(folder);
        ImportRun? run = null;
        await Eventually.TrueAsync(async () => (run = await LoadRunAsync(id))!.HasEnded, "the run has ended");
        var spool = site.Services.GetRequiredService<ImportSpool>();
        await Eventually.TrueAsync(() => Task.FromResult(!spool.HasFiles(id)), "the files are let go");
        return run!;
    }

    private Task<IAlbaHost> StartAsync(TempFolder folder) => AlbaHost.For<Program>(builder => builder
        .UseSetting("ConnectionStrings:Postgres", Host.ConnectionString).UseSetting("Sovia:DataDirectory", folder.Path));
}
