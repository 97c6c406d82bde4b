namespace Sovia.Pages.Posts;

/// <summary>One line of what is known.</summary>
/// <param name="Name">What is stated.</param>
/// <param name="Value">What it is.</param>
public sealed record PostDetail(string Name, string Value)
{
    /// <summary>A page of this site that the value stands for.</summary>
    public string? Url { get; init; }

    /// <summary>The value as the source spells it, where it is shown otherwise.</summary>
    public string? Title { get; init; }

    /// <summary>Whether it is for machines: an id, an address.</summary>
    public bool IsCode { get; init; }

    /// <summary>The time, where the value is one.</summary>
    public DateTimeOffset? Time { get; init; }
}
