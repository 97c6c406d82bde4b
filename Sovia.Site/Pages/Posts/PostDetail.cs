namespace Sovia.Pages.Posts;

/// <summary>One detail of a post.</summary>
/// <param name="Name">The label.</param>
/// <param name="Value">The display text.</param>
public sealed record PostDetail(string Name, string Value)
{
    /// <summary>A local URL to link the value to.</summary>
    public string? Url { get; init; }

    /// <summary>The value as the source spells it, if the display text differs.</summary>
    public string? Title { get; init; }

    /// <summary>Whether to show it in the code font, as an id or a URL.</summary>
    public bool IsCode { get; init; }

    /// <summary>The time, if the value is one.</summary>
    public DateTimeOffset? Time { get; init; }
}
