namespace Sovia.Jobs;

/// <summary>An item was begun too often: each time something kept it from its end, or ended the process.</summary>
/// <param name="attempts">How often.</param>
/// <param name="trouble">What was said of the last attempt; null where the process ended.</param>
public sealed class JobRetriesExhaustedException(int attempts, string? trouble)
    : Exception($"It was begun {attempts} times and did not come to its end. {trouble ?? "The program ended each time."}");
