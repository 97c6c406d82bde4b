namespace Sovia.Downloads.Runs;

/// <summary>
/// The user's latest command for a run. A separate document, because only the process that downloads writes the run's document.
/// </summary>
/// <param name="Id">The ID of the run.</param>
/// <param name="State">The requested state: paused, cancelled, or queued again.</param>
public sealed record DownloadCommand(Guid Id, DownloadState State);
