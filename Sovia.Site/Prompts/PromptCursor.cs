using System.Globalization;
using Sovia.Library;
using Sovia.Query.Language;

namespace Sovia.Prompts;

/// <summary>
/// A cursor after a prompt in a list: the sort key of its last use, its key, and the value of the sort column.
/// </summary>
internal sealed record PromptCursor(long LastUsedKey, long Key, string Value)
{
    /// <summary>Creates the cursor after a prompt.</summary>
    public static PromptCursor FromEntry(PromptEntry entry, PromptSort sort) =>
        new(entry.LastUsedKey, entry.Key, sort.GetCursorValue(entry));

    /// <summary>Parses the output of <see cref="ToString"/>; returns null if it is not a cursor of this order.</summary>
    public static PromptCursor? Parse(string? text, PromptSort sort)
    {
        if (text?.Split('_', 3) is not [var ageText, var keyText, var value] || PromptKey.Parse(keyText) is not { } parsedKey
            || !sort.IsCursorValue(value) || SyntaxCharacters.ReplaceUnstorable(value) != value) return null;
        return long.TryParse(ageText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var age) ? new(age, parsedKey, value)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{LastUsedKey}_{PromptKey.Format(Key)}_{Value}");
}
