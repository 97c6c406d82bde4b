using Sovia.Jobs;

namespace Sovia.Pages.Media;

/// <summary>How far some long work is.</summary>
/// <param name="Text">What it met; null before the first.</param>
/// <param name="Failure">Why the last one ended early, or null.</param>
public sealed record WorkStatus(string? Text, string? Failure)
{
    /// <summary>The line of what a button starts.</summary>
    /// <param name="work">The work.</param>
    /// <param name="words">Says a report, running or ended.</param>
    public static WorkStatus FromRequested<TReport>(RequestedWorkStatus<TReport> work, Func<TReport, bool, string> words)
        where TReport : class =>
        new(work.Report is { } report ? words(report, work.IsRunning) : null, work.Failure);
}
