namespace Sovia.Jobs;

/// <summary>An item was begun too often: each time something kept it from its end, or ended the process.</summary>
/// <param name="trouble">What was said of the last attempt; null where the process ended.</param>
public sealed class JobGivenUpException(string? trouble)
    : Exception($"It was begun {TryItem.MostAttempts} times and did not come to its end. {trouble ?? "The program ended each time."}");
