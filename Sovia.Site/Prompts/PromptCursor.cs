using System.Globalization;
using Sovia.Library;
using Sovia.Query.Language;

namespace Sovia.Prompts;

/// <summary>
/// A place between two prompts of a list: when the one above was last used, as an age, its key, and what the list is sorted by.
/// </summary>
internal sealed record PromptCursor(long LastUsedKey, long Key, string Value)
{
    /// <summary>The place behind a prompt.</summary>
    public static PromptCursor FromEntry(PromptEntry entry, PromptSort sort) =>
        new(entry.LastUsedKey, entry.Key, sort.GetCursorValue(entry));

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything that is no place in lists of this order.</summary>
    public static PromptCursor? Parse(string? text, PromptSort sort)
    {
        if (text?.Split('_', 3) is not [var recent, var key, var value] || PromptKey.Parse(key) is not { } known
            || !sort.IsCursorValue(value) || SyntaxCharacters.ReplaceUnstorable(value) != value) return null;
        return long.TryParse(recent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var age) ? new(age, known, value)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{LastUsedKey}_{PromptKey.Format(Key)}_{Value}");
}
