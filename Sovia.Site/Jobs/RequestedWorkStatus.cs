namespace Sovia.Jobs;

/// <summary>The status of work that a button starts.</summary>
/// <param name="IsRunning">Whether the work was requested and has not ended.</param>
/// <param name="Report">The latest report of the running work, or of the last one; null before the first.</param>
/// <param name="Failure">The reason why the last work failed; null if it did not fail.</param>
public sealed record RequestedWorkStatus<TReport>(bool IsRunning, TReport? Report, string? Failure) where TReport : class;
