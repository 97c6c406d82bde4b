using Microsoft.Extensions.DependencyInjection;
using Sovia.Import;
using Sovia.Storage;
using Sovia.Tests.Pages;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

/// <summary>Runs whose files another node has.</summary>
public sealed class OtherNodeTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task a_run_of_a_stopped_node_waits_with_a_reason_and_can_be_cancelled()
    {
        ImportState[] states = [ImportState.Queued, ImportState.Importing];
        var ids = await Task.WhenAll(states.Select(state => LeaveAsync(state, "elsewhere")));
        // Longer than a run without a node may wait before it fails.
        await Task.Delay(TimeSpan.FromSeconds(20));
        foreach (var (state, id) in states.Zip(ids))
        {
            var page = await OpenAsync($"/import/{id}");
            Assert.Equal(state.ToString().ToLowerInvariant(), page.QuerySelector("#run")!.GetAttribute("data-run-state"));
            Assert.Contains("another server", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
            await WithAsync<CancelImport, int>(async cancel =>
            {
                await cancel.RunAsync(id, default);
                return 0;
            });
            Assert.Equal(ImportState.Cancelled, (await LoadRunAsync(id)).State);
        }
    }

    [Fact]
    public async Task an_approval_is_executed_by_the_site_that_has_the_files()
    {
        using var folder = new TempFolder();
        await using var other = await SecondSite.StartAsync(Host.ConnectionString, folder.Path);
        Guid id;
        await using (var scope = other.Services.CreateAsyncScope())
        using (var content = new MemoryStream(SyntheticExport.Twenty))
            id = await scope.ServiceProvider.GetRequiredService<StartImport>()
                .QueueAsync([("export.json", content)], stopsAtPreview: true, default);
        Assert.Equal(other.Services.GetRequiredService<NodeId>().Value, (await LoadRunAsync(id)).Node);
        await Eventually.TrueAsync(async () => (await LoadRunAsync(id)).State == ImportState.Preview, "the preview is there");
        Assert.True(await WithAsync<ContinueImport, bool>(go => go.RunAsync(id, OwnerFilter.All, default)));
        await Eventually.TrueAsync(async () => await LoadRunAsync(id) is { State: ImportState.Finished, Counts.Families: 20 },
            "it is written");
    }

    private async Task<Guid> LeaveAsync(ImportState state, string node)
    {
        await using var session = Host.Store.LightweightSession();
        var run = new ImportRun
        {
            Id = Guid.CreateVersion7(),
            State = state,
            StartedAt = DateTimeOffset.UtcNow,
            Sources = [new("export.json", 1)],
            Node = node
        };
        session.Store(run);
        await session.SaveChangesAsync();
        return run.Id;
    }
}
