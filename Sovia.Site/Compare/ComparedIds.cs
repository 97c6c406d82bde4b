using System.Text.RegularExpressions;

namespace Sovia.Compare;

/// <summary>The posts that an address wants to see side by side.</summary>
/// <param name="Ids">Those that are shown, in order, each once: <see cref="MaxCount"/> at the most.</param>
/// <param name="ExcessIds">Those beyond.</param>
/// <param name="InvalidTexts">What names no post.</param>
public sealed partial record ComparedIds(IReadOnlyList<Guid> Ids, IReadOnlyList<Guid> ExcessIds, IReadOnlyList<string> InvalidTexts)
{
    /// <summary>The most posts that are compared at once.</summary>
    public const int MaxCount = 4;

    // What is refused is named, and a walk past a champion may be long; an address has no room for more.
    private const int MostRead = 100, MostUnread = 5, Longest = 80;

    /// <summary>Reads ids with commas between them, or addresses of posts.</summary>
    public static ComparedIds Parse(IEnumerable<string?> values)
    {
        var (ids, unread) = (new List<Guid>(), new List<string>());
        foreach (var text in values.SelectMany(value =>
            (value ?? "").Split([',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (Guid.TryParse(IdIn().Matches(text).LastOrDefault()?.Value ?? text, out var id))
            {
                if (!ids.Contains(id) && ids.Count < MostRead) ids.Add(id);
            }
            else if (unread.Count < MostUnread) unread.Add(text.Length > Longest ? $"{text[..Longest]}…" : text);
        }
        return new([.. ids.Take(MaxCount)], [.. ids.Skip(MaxCount)], unread);
    }

    [GeneratedRegex("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex IdIn();
}
