namespace Sovia.Pages.Collections;

/// <summary>One condition in the search builder.</summary>
/// <param name="IsNot">Whether the condition is negated.</param>
/// <param name="Field">The name of the field to search; empty for words.</param>
/// <param name="Value">The value to search for.</param>
public sealed record BuilderRow(bool IsNot, string Field, string Value)
{
    /// <summary>The condition in the search language; null if nothing was filled in.</summary>
    public string? Text
    {
        get
        {
            var value = Value.Trim();
            if (value.Length == 0) return null;
            // Parentheses make several words or phrases one condition.
            var text = Field.Length == 0 ? $"({value})"
                : $"{Field}:{(IsPlain(value) ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")}";
            return IsNot ? $"-{text}" : text;
        }
    }

    // Ranges and lists need no quotes. A value with a character that would end it is quoted, unless it is quoted already.
    private static bool IsPlain(string value) =>
        !value.Any(c => char.IsWhiteSpace(c) || c is '(' or ')' or '|')
        || (value.Length > 1 && value[0] == '"' && value[^1] == '"');
}
