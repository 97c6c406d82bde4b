using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Import;
using Sovia.Import.Previews;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import.Previews;

/// <summary>Base class for tests that upload texts like the web form and wait for the state of the run.</summary>
public abstract class PreviewTest(SoviaHost host) : ImportTest(host)
{
    protected ImportSpool Spool => Host.Site.Services.GetRequiredService<ImportSpool>();

    protected Task<Guid> QueueImportAsync(bool stopsAtPreview, params string[] texts) => WithAsync<StartImport, Guid>(start =>
        start.QueueAsync([.. texts.Select((text, i) => ($"{i}.json", (Stream)new MemoryStream(Encoding.UTF8.GetBytes(text))))], stopsAtPreview,
            default));

    protected async Task<ImportRun> RunAsync(Guid id)
    {
        await using var session = Host.Store.QuerySession();
        return (await session.LoadAsync<ImportRun>(id))!;
    }

    protected async Task<ImportRun> UntilAsync(Guid id, params ImportState[] states)
    {
        ImportRun? run = null;
        await Eventually.TrueAsync(async () => (run = await RunAsync(id)).HasEnded || states.Contains(run.State),
            $"the run is {string.Join(" or ", states)}");
        Assert.Contains(run!.State, states);
        return run;
    }

    protected async Task<ImportPreview> PreviewAsync(string text)
    {
        var id = await QueueImportAsync(stopsAtPreview: true, text);
        await UntilAsync(id, ImportState.Preview);
        return (await WithAsync<ImportRunReader, ImportPreview?>(runs => runs.FindPreviewAsync(id, default)))!;
    }

    protected Task<bool> ApproveAsync(Guid id) => WithAsync<ContinueImport, bool>(go => go.RunAsync(id, OwnerFilter.All, default));

    protected Task DiscardAsync(Guid id) => WithAsync<CancelImport, bool>(async cancel =>
    {
        await cancel.RunAsync(id, default);
        return true;
    });
}
