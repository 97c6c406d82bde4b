namespace Sovia.Prompts;

/// <summary>A prompt that the user saved to try, whether or not any post was made from it.</summary>
public sealed record Idea
{
    /// <summary>The maximum length of the text, in characters.</summary>
    public const int MaxTextLength = 20_000;

    /// <summary>The maximum number of tags of an idea.</summary>
    public const int MaxTags = 50;

    /// <summary>The maximum number of ideas in a library.</summary>
    public const int MaxCount = 50_000;

    /// <summary>The key of its prompt in URL format, which posts made from the prompt share.</summary>
    public required string Id { get; init; }

    /// <summary>The text of the prompt.</summary>
    public required string Text { get; init; }

    /// <summary>The tags, distinct ignoring case.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Creation time, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Time of the last change, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
