using Sovia.Jobs;

namespace Sovia.Import.Previews;

/// <summary>Reads queued runs for their previews, two at a time, while another run may be written.</summary>
public sealed class PreviewWorker(ImportQueue queue, PreviewImport preview, DatabaseRetry database) : BackgroundService
{
    private const int AtOnce = 2;

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
    {
        await foreach (var run in queue.Previews.ReadAsync(stoppingToken))
            await database.TryAsync(ct => preview.RunAsync(run, ct), $"preview of import {run}", stoppingToken);
    }));
}
