using Sovia.Jobs;

namespace Sovia.Import.Previews;

/// <summary>
/// Reads queued runs for their previews on the node that has their files. Two run at a time, also while a run is written.
/// </summary>
public sealed class PreviewJob(LocalImportRuns localRuns, PreviewImport preview) : IJob
{
    /// <summary>The job's name.</summary>
    public const string JobName = "preview";

    /// <inheritdoc/>
    public string Name => JobName;

    /// <inheritdoc/>
    public JobAffinity Affinity => JobAffinity.NodeWithFiles;

    /// <inheritdoc/>
    public int MaxConcurrency => 2;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken ct) =>
        [.. (await localRuns.ListUnfinishedAsync(ct))
            .Where(run => run is { StopsAtPreview: true, State: ImportState.Queued or ImportState.Reading })
            .Select(run => run.Id.ToString())];

    /// <inheritdoc/>
    public Task RunAsync(string item, CancellationToken ct) => preview.RunAsync(Guid.Parse(item), ct);

    /// <inheritdoc/>
    public Task FailAsync(string item, Exception fault, string reason, CancellationToken ct) =>
        preview.FailAsync(Guid.Parse(item), fault, ct);
}
