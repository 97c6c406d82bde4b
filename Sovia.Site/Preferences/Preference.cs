using System.Collections.Immutable;

namespace Sovia.Preferences;

/// <summary>A preference with its texts and its valid values.</summary>
/// <param name="Name">The name in forms and in the stored document.</param>
/// <param name="Title">The title for users.</param>
/// <param name="Description">A sentence that describes its effect.</param>
/// <param name="Default">The default value; empty for none.</param>
public sealed record Preference(string Name, string Title, string Description, string Default)
{
    /// <summary>The values to choose from, with labels; empty if the value is free text.</summary>
    public ImmutableArray<(string Value, string Label)> Options { get; init; } = [];

    /// <summary>The valid values for error messages, such as <c>use Masonry, Grid or List</c>.</summary>
    public string Expected { get; init; } = "";

    /// <summary>Normalises free text; returns null if it is invalid. Not used if there are options.</summary>
    public Func<string, string?> ParseText { get; init; } = _ => null;

    /// <summary>Normalises a value; returns null if it is invalid.</summary>
    public string? Normalize(string text) => Options.IsEmpty
        ? ParseText(text)
        : Options.Where(option => option.Value.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)).Select(option => option.Value)
        .FirstOrDefault();

    /// <summary>Returns the label of a value.</summary>
    public string GetLabel(string value) =>
        Options.Where(option => option.Value == value).Select(option => option.Label).FirstOrDefault()
        ?? (value.Length > 0 ? value : "None");

    /// <summary>Returns the error message for an invalid value.</summary>
    public string FormatError(string text) =>
        $"“{Sovia.Library.StorableText.SanitizeLine(text, 40)}” isn't a valid {Title.ToLowerInvariant()}. {Expected}";
}
