namespace Sovia.Jobs;

/// <summary>Thrown when an item was started too often because each attempt failed or ended the process.</summary>
/// <param name="attempts">The number of attempts.</param>
/// <param name="trouble">The reason of the last failure; null if the process ended.</param>
public sealed class JobRetriesExhaustedException(int attempts, string? trouble)
    : Exception($"Gave up after {attempts} attempts. {trouble ?? "Sovia stopped during each attempt."}");
