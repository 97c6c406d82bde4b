using System.Globalization;
using System.Text.RegularExpressions;
using Sovia.Library;

namespace Sovia.Media.Matching.Steps;

/// <summary>Matches by the second of the post's creation and the first words of its prompt in the file name.</summary>
internal sealed partial class TimeAndPromptStep : IMatchStep
{
    private const int MinLetters = 8;

    public void RequestPosts(FileClues clues, PostLookupRequest request)
    {
        if (ParseName(clues) is { } key) request.Seconds.Add(key.Second);
    }

    public MatchResult Match(FileClues clues, PostLookupResult posts)
    {
        if (ParseName(clues) is not { } key) return MatchResult.None;
        var matches = posts.FindBySecond(key.Second).Where(post => post.Kind == clues.File.Kind && HasPrompt(post, key.Letters)).ToList();
        return matches.Count switch
        {
            0 => MatchResult.None,
            1 => MatchResult.ForPost(clues, matches[0], clues.Role, "time-and-words", 0.6),
            _ => MatchResult.Ambiguous(matches),
        };
    }

    private static bool HasPrompt(Post post, string letters) =>
        (post.UserPrompt ?? post.Caption) is { } prompt && ExtractLetters(prompt).StartsWith(letters, StringComparison.Ordinal);

    private static (DateTimeOffset Second, string Letters)? ParseName(FileClues clues)
    {
        if (TimestampPattern().Match(clues.Stem) is not { Success: true } match) return null;
        var digits = string.Concat(match.Groups[1].Value.Where(char.IsAsciiDigit));
        var letters = ExtractLetters(match.Groups[2].Value);
        return letters.Length >= MinLetters
            && DateTimeOffset.TryParseExact(digits, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
                out var second)
            ? (second, letters) : null;
    }

    // Tools replace characters that a file name cannot contain, each in its own way; letters and digits survive.
    private static string ExtractLetters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    [GeneratedRegex(@"(\d{4}-?\d\d-?\d\d[T_ -]?\d\d[-:]?\d\d[-:]?\d\d)Z?[_-](?:\d{1,3}[_-])?(.+)$")]
    private static partial Regex TimestampPattern();
}
