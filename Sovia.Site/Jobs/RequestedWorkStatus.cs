namespace Sovia.Jobs;

/// <summary>Where work stands that a button starts.</summary>
/// <param name="IsRunning">Whether it was asked for and has not ended.</param>
/// <param name="Report">What the running one has met so far, or what the last one met; null before the first.</param>
/// <param name="Failure">Why the last one did not come to its end; null where it did.</param>
public sealed record RequestedWorkStatus<TReport>(bool IsRunning, TReport? Report, string? Failure) where TReport : class;
