using Sovia.Import;
using Sovia.Import.Previews;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import.Previews;

/// <summary>The same bytes again.</summary>
public sealed class KnownFilesTests(SoviaHost host) : PreviewTest(host)
{
    private static readonly string Export = SyntheticExport.Json(families: 8, seed: 2);

    [Fact]
    public async Task the_same_bytes_are_known_at_once_by_whatever_way_they_came()
    {
        var first = await ImportAsync(Export);
        var id = await QueueImportAsync(stopsAtPreview: true, Export);
        var run = await RunAsync(id);
        Assert.Equal((ImportState.Preview, 0, first.Counts.Posts), (run.State, run.Counts.New, run.Counts.Unchanged));
        var preview = (await WithAsync<ImportRunReader, ImportPreview?>(runs => runs.FindPreviewAsync(id, default)))!;
        Assert.Equal(first.Id, preview.PreviousRunId);
        Assert.NotNull(preview.PreviousRunEndedAt);
    }

    [Fact]
    public async Task they_are_imported_again_on_request()
    {
        await ImportAsync(Export);
        var id = await QueueImportAsync(stopsAtPreview: true, Export);
        Assert.True(await ApproveAsync(id));
        var run = await UntilAsync(id, ImportState.Finished);
        Assert.Equal((0, SyntheticExport.Posts(8, 2)), (run.Counts.New, run.Counts.Unchanged));
    }

    [Fact]
    public async Task one_new_file_among_known_ones_is_looked_through()
    {
        await ImportAsync(Export);
        var id = await QueueImportAsync(stopsAtPreview: true, Export, $$"""[{"id":"{{A}}"}]""");
        Assert.Equal(1, (await UntilAsync(id, ImportState.Preview)).Counts.New);
        Assert.Null((await WithAsync<ImportRunReader, ImportPreview?>(runs => runs.FindPreviewAsync(id, default)))!.PreviousRunId);
    }

    [Fact]
    public async Task bytes_are_forgotten_with_the_run_that_brought_them()
    {
        var first = await ImportAsync(Export);
        await using (var session = Host.Store.LightweightSession())
        {
            session.Delete<ImportRun>(first.Id);
            await session.SaveChangesAsync();
        }
        var id = await QueueImportAsync(stopsAtPreview: true, Export);
        await UntilAsync(id, ImportState.Preview);
        Assert.Null((await WithAsync<ImportRunReader, ImportPreview?>(runs => runs.FindPreviewAsync(id, default)))!.PreviousRunId);
        await ApproveAsync(id);
        await UntilAsync(id, ImportState.Finished);
        Assert.Equal(ImportState.Preview, (await RunAsync(await QueueImportAsync(stopsAtPreview: true, Export))).State);
    }
}
