namespace Sovia.Jobs;

/// <summary>Thrown when an item was started too often because each attempt failed or ended the process.</summary>
/// <param name="attempts">The number of attempts.</param>
/// <param name="lastFailure">The reason of the last failure; null if the process ended.</param>
public sealed class JobRetriesExhaustedException(int attempts, string? lastFailure)
    : Exception($"Gave up after {attempts} attempts. {lastFailure ?? "Sovia stopped during each attempt."}");
