using Sovia.Prompts;

namespace Sovia.Api;

/// <summary>A prompt in the format of 8xSovia's API.</summary>
internal sealed record PromptJson(string Key, string Prompt, int UsageCount, string ModeType, DateTime? FirstUsed, DateTime? LastUsed)
{
    public static PromptJson From(PromptEntry entry) => new(
        entry.Id, entry.Text, entry.Uses, entry.Roots == 0 ? "custom" : entry.Roots == entry.Uses ? "parent" : "both",
        entry.FirstAt?.UtcDateTime, entry.LastAt?.UtcDateTime);
}
