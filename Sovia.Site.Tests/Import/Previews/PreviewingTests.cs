using Microsoft.Extensions.DependencyInjection;
using Sovia.Import;
using Sovia.Import.Previews;
using Sovia.Storage;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import.Previews;

/// <summary>What a run does between being handed over and being written.</summary>
public sealed class PreviewingTests(SoviaHost host) : PreviewTest(host)
{
    private static readonly string Export = SyntheticExport.Json(families: 30, seed: 3);

    [Fact]
    public async Task a_preview_counts_what_the_import_then_counts_and_writes_nothing()
    {
        await ImportAsync(SyntheticExport.Json(families: 10, seed: 4));
        var before = await LibraryDump.ReadAsync(Host.ConnectionString);
        var id = await QueueImportAsync(stopsAtPreview: true, Export, "[7]");
        var seen = await UntilAsync(id, ImportState.Preview);
        Assert.Equal(before, await LibraryDump.ReadAsync(Host.ConnectionString));
        Assert.True(await ApproveAsync(id));
        var done = await UntilAsync(id, ImportState.Finished);
        Assert.Equal(seen.Counts, done.Counts);
        Assert.Equal(seen.IssueCounts, done.IssueCounts);
        Assert.Equal((30, 1), (done.Counts.Families, done.Counts.Rejected));
        await Eventually.TrueAsync(() => Task.FromResult(!Spool.HasFiles(id)), "the files are let go");
    }

    [Fact]
    public async Task concurrent_approvals_import_once()
    {
        var id = await QueueImportAsync(stopsAtPreview: true, Export);
        await UntilAsync(id, ImportState.Preview);
        var counted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ApproveAsync(id)));
        Assert.Single(counted, true);
        var run = await UntilAsync(id, ImportState.Finished);
        Assert.Equal(SyntheticExport.Posts(30, 3), run.Counts.New);
        Assert.False(await ApproveAsync(id));
        Assert.Equal(run, await RunAsync(id) with
        {
            Issues = run.Issues,
            IssueCounts = run.IssueCounts,
            Sources = run.Sources,
            ExcludedOwners = run.ExcludedOwners,
        });
    }

    [Fact]
    public async Task a_discarded_preview_leaves_nothing_and_cannot_be_approved()
    {
        var before = await LibraryDump.ReadAsync(Host.ConnectionString);
        var id = await QueueImportAsync(stopsAtPreview: true, Export);
        await UntilAsync(id, ImportState.Preview);
        await DiscardAsync(id);
        Assert.Equal(ImportState.Cancelled, (await RunAsync(id)).State);
        Assert.False(await ApproveAsync(id));
        Assert.False(Spool.HasFiles(id));
        Assert.Null(await WithAsync<ImportRunReader, ImportPreview?>(runs => runs.FindPreviewAsync(id, default)));
        Assert.Equal(before, await LibraryDump.ReadAsync(Host.ConnectionString));
    }

    [Fact]
    public async Task only_one_of_concurrent_approval_and_discard_applies()
    {
        var id = await QueueImportAsync(stopsAtPreview: true, Export);
        await UntilAsync(id, ImportState.Preview);
        var discarding = DiscardAsync(id);
        var went = await ApproveAsync(id);
        await discarding;
        var run = await UntilAsync(id, ImportState.Finished, ImportState.Cancelled);
        Assert.True(went || run is { State: ImportState.Cancelled, Counts.Posts: 0 });
    }

    [Fact]
    public async Task a_reader_that_is_slower_than_another_overwrites_nothing()
    {
        var id = await QueueImportAsync(stopsAtPreview: true, Export);
        var seen = await UntilAsync(id, ImportState.Preview);
        var reader = Host.Site.Services.GetRequiredService<PreviewImport>();
        Assert.False(await reader.SaveProgressAsync(seen with { State = ImportState.Reading, BytesRead = 1 }, default));
        Assert.Equal((ImportState.Preview, seen.BytesRead), ((await RunAsync(id)).State, (await RunAsync(id)).BytesRead));
    }

    [Fact]
    public async Task two_are_looked_through_at_once_while_another_process_writes()
    {
        await using var writing = await Host.Site.Services.GetRequiredService<LibraryLockProvider>()
            .AcquireAsync(ImportJob.JobName, default);
        var (a, b) = (await QueueImportAsync(stopsAtPreview: true, Export),
            await QueueImportAsync(stopsAtPreview: true, SyntheticExport.Json(families: 20, seed: 6)));
        Assert.Equal(30, (await UntilAsync(a, ImportState.Preview)).Counts.Families);
        Assert.Equal(20, (await UntilAsync(b, ImportState.Preview)).Counts.Families);
        Assert.True(await ApproveAsync(a));
        Assert.Equal(ImportState.Queued, (await RunAsync(a)).State);
        await writing.DisposeAsync();
        await UntilAsync(a, ImportState.Finished);
    }

    [Fact]
    public async Task an_unreadable_file_fails_at_its_preview_and_is_deleted()
    {
        var id = await QueueImportAsync(stopsAtPreview: true, "no export");
        var run = await UntilAsync(id, ImportState.Failed);
        Assert.Equal([IssueCode.NotJson], run.IssueCounts.Keys);
        Assert.NotNull(run.Failure);
        await Eventually.TrueAsync(() => Task.FromResult(!Spool.HasFiles(id)), "the files are let go");
    }

    [Fact]
    public async Task a_run_stopped_while_it_is_looked_through_ends_cancelled()
    {
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store(new ImportRun
            {
                Id = Guid.CreateVersion7(),
                State = ImportState.Queued,
                StopsAtPreview = true,
                StartedAt = Make.Start
            });
            await session.SaveChangesAsync();
        }
        var id = (await WithAsync<ImportRunReader, IReadOnlyList<ImportRun>>(runs => runs.ListRecentAsync(1, default)))[0].Id;
        await DiscardAsync(id);
        await WithAsync<PreviewImport, bool>(async preview =>
        {
            await preview.RunAsync(id, default);
            return true;
        });
        Assert.Equal((ImportState.Cancelled, 0), ((await RunAsync(id)).State, (await RunAsync(id)).Counts.Posts));
    }
}
