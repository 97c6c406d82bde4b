using System.Text.RegularExpressions;

namespace Sovia.Compare;

/// <summary>The posts to compare, as a URL names them.</summary>
/// <param name="Ids">The distinct IDs to show, in order; at most <see cref="MaxCount"/>.</param>
/// <param name="ExcessIds">The IDs beyond that limit.</param>
/// <param name="InvalidTexts">Values that are not post IDs.</param>
public sealed partial record ComparedIds(IReadOnlyList<Guid> Ids, IReadOnlyList<Guid> ExcessIds, IReadOnlyList<string> InvalidTexts)
{
    /// <summary>The maximum number of posts compared at once.</summary>
    public const int MaxCount = 4;

    // Maximum numbers of IDs and of invalid values, and maximum length of a reported value. Excess IDs are kept because messages name them
    // and comparing against a champion steps through many.
    private const int MaxIds = 100, MaxInvalidTexts = 5, MaxTextLength = 80;

    /// <summary>Parses comma-separated IDs or post URLs.</summary>
    public static ComparedIds Parse(IEnumerable<string?> values)
    {
        var (ids, invalidTexts) = (new List<Guid>(), new List<string>());
        foreach (var text in values.SelectMany(value =>
            (value ?? "").Split([',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (Guid.TryParse(IdPattern().Matches(text).LastOrDefault()?.Value ?? text, out var id))
            {
                if (!ids.Contains(id) && ids.Count < MaxIds) ids.Add(id);
            }
            else if (invalidTexts.Count < MaxInvalidTexts) invalidTexts.Add(text.Length > MaxTextLength ? $"{text[..MaxTextLength]}…" : text);
        }
        return new([.. ids.Take(MaxCount)], [.. ids.Skip(MaxCount)], invalidTexts);
    }

    [GeneratedRegex("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex IdPattern();
}
