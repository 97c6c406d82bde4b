using Sovia.Import;
using Sovia.Jobs;
using Sovia.Tests.Pages;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

/// <summary>An import that kept being interrupted.</summary>
public sealed class InterruptedImportTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task an_import_that_gave_up_keeps_its_files_and_can_be_resumed()
    {
        using var folder = new TempFolder();
        var run = new ImportRun
        {
            Id = Guid.CreateVersion7(),
            State = ImportState.Queued,
            StartedAt = DateTimeOffset.UtcNow,
            Sources = [new("export.json", SyntheticExport.Twenty.Length)]
        };
        var spool = new ImportSpool(folder.PathOf("imports"));
        using (var content = new MemoryStream(SyntheticExport.Twenty)) await spool.StoreAsync(run.Id, 0, content, default);
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store(run);
            session.Store(new JobRow
            {
                Id = JobRow.CreateId(ImportJob.JobName, run.Id.ToString()),
                Node = "gone",
                StartedAt = Make.Start,
                SeenAt = DateTimeOffset.UtcNow,
                Attempts = RunJobItem.MaxAttempts
            });
            await session.SaveChangesAsync();
        }
        await using var site = await SecondSite.StartAsync(Host.ConnectionString, folder.Path);
        await Eventually.TrueAsync(async () => (await LoadRunAsync(run.Id)).HasEnded, "it is given up");
        Assert.Equal((ImportState.Failed, true), ((await LoadRunAsync(run.Id)).State, (await LoadRunAsync(run.Id)).CanResume));
        Assert.Contains("after 30 attempts", (await LoadRunAsync(run.Id)).Failure, StringComparison.Ordinal);
        var page = await OpenAsync($"/import/{run.Id}");
        Assert.NotNull(page.QuerySelector($"button[formaction='/import/{run.Id}?handler=go']"));
        Assert.True(spool.HasFiles(run.Id));

        Assert.True(await WithAsync<ContinueImport, bool>(go => go.RunAsync(run.Id, OwnerFilter.All, default)));
        await Eventually.TrueAsync(async () => await LoadRunAsync(run.Id) is
        {
            State: ImportState.Finished, Failure: null,
            Counts.Families: 20
        }, "it is written after all");
        await Eventually.TrueAsync(() => Task.FromResult(!spool.HasFiles(run.Id)), "the files are let go");
    }
}
