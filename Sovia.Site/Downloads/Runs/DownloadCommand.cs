namespace Sovia.Downloads.Runs;

/// <summary>
/// What the user wants of a run. A document of its own, because only who fetches writes the run's; the latest order counts.
/// </summary>
/// <param name="Id">The run's id.</param>
/// <param name="State">The state it is to go to: paused, cancelled, or queued again.</param>
public sealed record DownloadCommand(Guid Id, DownloadState State);
