using System.Collections.Immutable;

namespace Sovia.Preferences;

/// <summary>Something that a user can prefer: what it is called, what it does, and which values it takes.</summary>
/// <param name="Name">Its name in forms and in the document.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Description">What it does, a sentence.</param>
/// <param name="Default">Its value where none is chosen; empty for none.</param>
public sealed record Preference(string Name, string Title, string Description, string Default)
{
    /// <summary>The values to choose from, with words for each; none where it is typed.</summary>
    public ImmutableArray<(string Value, string Label)> Options { get; init; } = [];

    /// <summary>What it takes, for a message: <c>use Masonry, Grid or List</c>.</summary>
    public string Expected { get; init; } = "";

    /// <summary>The one form of a typed value; null where it is none. Not asked where there are options.</summary>
    public Func<string, string?> ParseText { get; init; } = _ => null;

    /// <summary>The one form of a value; null where it is none.</summary>
    public string? Normalize(string text) => Options.IsEmpty
        ? ParseText(text)
        : Options.Where(option => option.Value.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)).Select(option => option.Value)
        .FirstOrDefault();

    /// <summary>A value in words.</summary>
    public string GetLabel(string value) =>
        Options.Where(option => option.Value == value).Select(option => option.Label).FirstOrDefault()
        ?? (value.Length > 0 ? value : "None");

    /// <summary>What is said where a value is none of its own.</summary>
    public string FormatError(string text) =>
        $"“{Sovia.Library.StorableText.SanitizeLine(text, 40)}” isn't a valid {Title.ToLowerInvariant()}. {Expected}";
}
