using Sovia.Jobs;

namespace Sovia.Pages.Media;

/// <summary>The status of requested background work.</summary>
/// <param name="Text">The result or progress; null before the first run.</param>
/// <param name="Failure">The reason why the last run failed, or null.</param>
public sealed record WorkStatus(string? Text, string? Failure)
{
    /// <summary>Creates the status of requested work.</summary>
    /// <param name="work">The work.</param>
    /// <param name="words">Describes a report, given whether the work is still running.</param>
    public static WorkStatus FromRequested<TReport>(RequestedWorkStatus<TReport> work, Func<TReport, bool, string> words)
        where TReport : class =>
        new(work.Report is { } report ? words(report, work.IsRunning) : null, work.Failure);
}
