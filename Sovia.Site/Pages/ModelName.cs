namespace Sovia.Pages;

/// <summary>Model names as people read them.</summary>
public static class ModelName
{
    /// <summary><c>imagine_xdit_1</c> becomes <c>Imagine xdit 1</c>: its own words, spaced.</summary>
    public static string? ToDisplayName(string? model)
    {
        var words = model?.Split('_', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (words.Length == 0) return null;
        return string.Join(' ', words.Select((word, place) => place == 0 || word.Length == 1 ? Capital(word) : word));
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
