using System.Text.RegularExpressions;

namespace Sovia.Library;

/// <summary>
/// Which words of a post are its prompt. A video's <c>prompt</c> in mode <c>normal</c> is a caption by the model;
/// an <c>originalPrompt</c> may begin with the parent's address, or be nothing else.
/// </summary>
public static partial class PromptText
{
    [GeneratedRegex(@"^https?://\S*(assets\.grok\.com|imagine-public\.x\.ai|images-public\.x\.ai)\S*\s*", RegexOptions.IgnoreCase)]
    private static partial Regex LeadingMediaUrl();

    [GeneratedRegex(@"\s*--mode=[a-z-]+\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex TrailingMode();

    /// <summary>
    /// The text without a leading media address, a trailing <c>--mode=</c> and white space around; null if nothing is left.
    /// </summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        text = TrailingMode().Replace(LeadingMediaUrl().Replace(text.TrimStart(), ""), "").Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>What the user asked for.</summary>
    public static string? GetUserPrompt(Post post) =>
        Clean(post.OriginalPrompt) ?? (WroteItself(post) ? null : Clean(post.Prompt));

    /// <summary>What the model wrote, where that differs from what the user asked for.</summary>
    public static string? GetCaption(Post post) =>
        Clean(post.Prompt) is { } caption && caption != GetUserPrompt(post) ? caption : null;

    private static bool WroteItself(Post post) => post.Kind == MediaKind.Video && post.Mode is "normal";
}
