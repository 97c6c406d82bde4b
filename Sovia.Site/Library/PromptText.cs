using System.Text.RegularExpressions;

namespace Sovia.Library;

/// <summary>
/// Selects the prompt among a post's texts. A video's <c>prompt</c> in mode <c>normal</c> is a caption by the model; an
/// <c>originalPrompt</c> can begin with the parent's URL, or consist of it.
/// </summary>
public static partial class PromptText
{
    [GeneratedRegex(@"^(https?://\S*(assets\.grok\.com|imagine-public\.x\.ai|images-public\.x\.ai)\S*\s*)+", RegexOptions.IgnoreCase)]
    private static partial Regex LeadingMediaUrl();

    [GeneratedRegex(@"\s*--mode=[a-z-]+\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex TrailingMode();

    /// <summary>
    /// Removes a leading media URL, a trailing <c>--mode=</c> and surrounding white space; returns null if nothing is left.
    /// </summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        text = TrailingMode().Replace(LeadingMediaUrl().Replace(text.TrimStart(), ""), "").Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>Returns the user's prompt.</summary>
    public static string? GetUserPrompt(Post post) =>
        Clean(post.OriginalPrompt) ?? (IsModelCaption(post) ? null : Clean(post.Prompt));

    /// <summary>Returns the model's caption if it differs from the user's prompt.</summary>
    public static string? GetCaption(Post post) =>
        Clean(post.Prompt) is { } caption && caption != GetUserPrompt(post) ? caption : null;

    private static bool IsModelCaption(Post post) => post.Kind == MediaKind.Video && post.Mode is "normal";
}
