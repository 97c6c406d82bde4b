namespace Sovia.Prompts;

/// <summary>A prompt that the user keeps to try, whether anything was made from it yet or not.</summary>
public sealed record Idea
{
    /// <summary>The most characters of one.</summary>
    public const int MaxTextLength = 20_000;

    /// <summary>The most tags of one.</summary>
    public const int MaxTags = 50;

    /// <summary>The most ideas of a library.</summary>
    public const int MaxCount = 50_000;

    /// <summary>The key of its prompt as addresses write it: an idea and the posts made from it are one prompt.</summary>
    public required string Id { get; init; }

    /// <summary>Its words.</summary>
    public required string Text { get; init; }

    /// <summary>Its tags, each once whatever its case.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>When it was written down, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
