namespace Sovia.Import;

/// <summary>What undoing a run does, or would do.</summary>
public sealed record UndoPlan
{
    /// <summary>Posts that only this run brought: they go.</summary>
    public IReadOnlyList<Guid> Removed { get; init; } = [];

    /// <summary>Posts that others brought too: they become what those said.</summary>
    public IReadOnlyList<Guid> Restored { get; init; } = [];

    /// <summary>Posts that only this run brought and that stay nevertheless, each with the reason.</summary>
    public IReadOnlyList<PostKeptByUndo> Kept { get; init; } = [];

    /// <summary>Why nothing was done, in words for the user; null where it was, or can be.</summary>
    public string? Refusal { get; init; }

    /// <summary>All of them together.</summary>
    public static UndoPlan Combine(IReadOnlyCollection<UndoPlan> plans) => new()
    {
        Removed = [.. plans.SelectMany(plan => plan.Removed)],
        Restored = [.. plans.SelectMany(plan => plan.Restored)],
        Kept = [.. plans.SelectMany(plan => plan.Kept)],
    };
}
