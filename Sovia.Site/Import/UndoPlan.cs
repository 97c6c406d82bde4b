namespace Sovia.Import;

/// <summary>The changes that undoing a run makes or would make.</summary>
public sealed record UndoPlan
{
    /// <summary>Posts that only this run imported; they are removed.</summary>
    public IReadOnlyList<Guid> Removed { get; init; } = [];

    /// <summary>Posts that other runs imported too; they are restored to the values from those runs.</summary>
    public IReadOnlyList<Guid> Restored { get; init; } = [];

    /// <summary>Posts that only this run imported and that are kept, each with the reason.</summary>
    public IReadOnlyList<PostKeptByUndo> Kept { get; init; } = [];

    /// <summary>Why nothing was undone, in text for the user; null if the undo was or can be done.</summary>
    public string? Refusal { get; init; }

    /// <summary>Combines several plans into one.</summary>
    public static UndoPlan Combine(IReadOnlyCollection<UndoPlan> plans) => new()
    {
        Removed = [.. plans.SelectMany(plan => plan.Removed)],
        Restored = [.. plans.SelectMany(plan => plan.Restored)],
        Kept = [.. plans.SelectMany(plan => plan.Kept)],
    };
}
