namespace Sovia.Pages.Collections;

/// <summary>One condition of a search that is built from a form.</summary>
/// <param name="IsNot">Whether it must not hold.</param>
/// <param name="Field">The name of a field of searches; empty for words.</param>
/// <param name="Value">What it is to be.</param>
public sealed record BuilderRow(bool IsNot, string Field, string Value)
{
    /// <summary>The condition in the search language; null where nothing was filled in.</summary>
    public string? Text
    {
        get
        {
            var value = Value.Trim();
            if (value.Length == 0) return null;
            // Words may be several, and phrases; only together are they one condition.
            var text = Field.Length == 0 ? $"({value})"
                : $"{Field}:{(IsPlain(value) ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")}";
            return IsNot ? $"-{text}" : text;
        }
    }

    // Ranges and lists are written as they are; what would end a value is put in quotes, unless it is in quotes already.
    private static bool IsPlain(string value) =>
        !value.Any(sign => char.IsWhiteSpace(sign) || sign is '(' or ')' or '|')
        || (value.Length > 1 && value[0] == '"' && value[^1] == '"');
}
