using Sovia.Jobs;
using Sovia.Library;
using Sovia.Storage;

namespace Sovia.Downloads.Runs;

/// <summary>Runs the downloads that users started, on whichever node holds the job's lease, and applies pending commands.</summary>
public sealed partial class DownloadJob(DownloadRunStore runs, RunDownload download, ILogger<DownloadJob> logger) : IJob
{
    /// <summary>The name of the job.</summary>
    public const string JobName = "download";

    private const int ReasonLimit = 1_000;

    /// <inheritdoc/>
    public string Name => JobName;

    /// <inheritdoc/>
    public JobAffinity Affinity => JobAffinity.AnyNode;

    /// <inheritdoc/>
    public bool IsLongRunning => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken ct) =>
        [.. (await runs.FindPendingAsync(ct)).Select(id => id.ToString())];

    /// <inheritdoc/>
    public async Task RunAsync(string item, CancellationToken ct)
    {
        if (await runs.ApplyCommandAsync(Guid.Parse(item), ct) is not { } run) return;
        var result = await download.RunAsync(run, ct);
        LogRun(result.Id, result.State, result.Counts.Done, result.Counts.Total ?? 0, result.Reason);
    }

    /// <inheritdoc/>
    public Task FailAsync(string item, Exception fault, string reason, CancellationToken ct)
    {
        var message = fault is JobRetriesExhaustedException ? reason : DatabaseErrors.Explain(fault) ?? $"Unexpected error: {reason}";
        return runs.FailAsync(Guid.Parse(item), $"{StorableText.SanitizeLine(message, ReasonLimit)} Files downloaded so far are kept.", ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Download {Run} is {State}: {Done} of {Wanted} files {Reason}")]
    private partial void LogRun(Guid run, DownloadState state, int done, int wanted, string? reason);
}
