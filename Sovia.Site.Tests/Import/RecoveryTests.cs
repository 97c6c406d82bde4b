using System.Text;
using Alba;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Import;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

/// <summary>What a site does at its start with runs that an earlier process left behind.</summary>
public sealed class RecoveryTests(SoviaHost host) : HostTest(host)
{
    private static readonly byte[] Export = Encoding.UTF8.GetBytes(SyntheticExport.Json(families: 20, seed: 5));

    [Theory]
    [InlineData(ImportState.Queued)]
    [InlineData(ImportState.Importing)]
    public async Task a_run_whose_files_are_here_is_taken_up_and_its_files_are_let_go(ImportState state)
    {
        using var folder = new TempFolder();
        var id = await LeaveAsync(state, new ImportSource("export.json", Export.Length));
        var spool = new ImportSpool(folder.PathOf("imports"));
        using (var content = new MemoryStream(Export)) await spool.StoreAsync(id, 0, content, default);
        var run = await AfterAStartAsync(folder, id);
        Assert.Equal((ImportState.Finished, 20), (run.State, run.Counts.Families));
        await Eventually.TrueAsync(() => Task.FromResult(!spool.Holds(id)), "the files are let go");
    }

    [Fact]
    public async Task a_run_whose_files_are_nowhere_has_failed_with_a_reason()
    {
        using var folder = new TempFolder();
        var run = await AfterAStartAsync(folder, await LeaveAsync(ImportState.Importing, new ImportSource("export.json", Export.Length)));
        Assert.Equal(ImportState.Failed, run.State);
        Assert.Contains("adds only the rest", run.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task files_of_a_run_that_has_ended_are_let_go()
    {
        using var folder = new TempFolder();
        var id = await LeaveAsync(ImportState.Finished, new ImportSource("export.json", Export.Length));
        var spool = new ImportSpool(folder.PathOf("imports"));
        using (var content = new MemoryStream(Export)) await spool.StoreAsync(id, 0, content, default);
        await AfterAStartAsync(folder, id);
        await Eventually.TrueAsync(() => Task.FromResult(!spool.Holds(id)), "the files are let go");
    }

    private async Task<Guid> LeaveAsync(ImportState state, ImportSource source)
    {
        await using var session = Host.Store.LightweightSession();
        var run = new ImportRun { Id = Guid.CreateVersion7(), State = state, StartedAt = DateTimeOffset.UtcNow, Sources = [source] };
        session.Store(run);
        await session.SaveChangesAsync();
        return run.Id;
    }

    private async Task<ImportRun> AfterAStartAsync(TempFolder folder, Guid id)
    {
        await using var site = await AlbaHost.For<Program>(builder => builder
            .UseSetting("ConnectionStrings:Postgres", Host.ConnectionString).UseSetting("Sovia:DataDirectory", folder.Path));
        ImportRun? run = null;
        await Eventually.TrueAsync(async () =>
        {
            await using var session = Host.Store.QuerySession();
            run = await session.LoadAsync<ImportRun>(id);
            return run!.HasEnded;
        }, "the run has ended");
        var spool = site.Services.GetRequiredService<ImportSpool>();
        await Eventually.TrueAsync(() => Task.FromResult(!spool.Holds(id)), "the files are let go");
        return run!;
    }
}
