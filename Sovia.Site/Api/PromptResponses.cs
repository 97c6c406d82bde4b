namespace Sovia.Api;

/// <summary>Prompts with their usage counts.</summary>
internal sealed record PromptsJson(IReadOnlyList<PromptJson> Prompts, int Total);

/// <summary>A prompt with its usage count.</summary>
internal sealed record PromptUsageJson(string Prompt, int Count);

/// <summary>Statistics about prompts.</summary>
internal sealed record PromptStatsJson(
    int TotalUniquePrompts, int TotalCustomPrompts, int TotalParentPrompts, int CustomModeCount, int NormalModeCount,
    double CustomModePercentage, IReadOnlyList<PromptUsageJson> MostUsedPrompts);

/// <summary>Prompts that contain a text.</summary>
internal sealed record PromptSearchResultsJson(string Query, IReadOnlyList<PromptUsageJson> Prompts, int Count);

// Used for the schema only.
/// <summary>Families with a video made from a prompt.</summary>
internal sealed record PostsByPromptJson(string Prompt, bool ExactMatch, IReadOnlyList<MediaPostJson> Posts, int Count, int Total);
