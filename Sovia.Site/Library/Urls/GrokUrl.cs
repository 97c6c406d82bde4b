namespace Sovia.Library.Urls;

/// <summary>
/// The target of a Grok URL, and the ID of its post. An ID is read only from its place in that kind of URL, because the same URL contains
/// the account's ID, and chats have IDs of the same form.
/// </summary>
/// <param name="Kind">The kind of URL.</param>
/// <param name="Url">The URL with scheme and host; null for a bare ID and for other text.</param>
/// <param name="Id">The post's ID; null if the URL has none.</param>
internal readonly record struct GrokUrl(GrokUrlKind Kind, string? Url, Guid? Id)
{
    private static readonly char[] Enclosing = ['<', '>', '"', '\'', '`', '“', '”', '‘', '’', '«', '»', '[', ']', '{', '}', '(', '|', '*',
        '\u200B', '\uFEFF'];
    private static readonly char[] Trailing = ['.', ',', ';', ':', '!', '?', '…', '。', '，', '\\'];

    /// <summary>Parses a URL or a bare ID, ignoring surrounding punctuation.</summary>
    public static GrokUrl Parse(string? text)
    {
        if (text is null || text.Length > 4096) return default;
        var trimmed = TrimPunctuation(text);
        if (GuidParser.Parse(trimmed) is { } bareId) return new(GrokUrlKind.Id, null, bareId);
        if (GrokHosts.RemoveScheme(trimmed) is not { } hostAndPath) return default;
        var (kind, id) = GrokUrlPatterns.Match(hostAndPath);
        return new(kind, "https://" + hostAndPath, id);
    }

    /// <summary>Returns the ID of the post in a URL or a bare ID, or null.</summary>
    public static Guid? ParsePostId(string? text) => Parse(text).Id;

    /// <summary>Whether to report the URL to the user if it yields no post.</summary>
    public bool ShouldReport =>
        Kind is not (GrokUrlKind.None or GrokUrlKind.Other) || (Kind == GrokUrlKind.Other && GuidParser.IdPattern().IsMatch(Url!));

    /// <summary>Describes the target for the user.</summary>
    public string Description => Kind switch
    {
        GrokUrlKind.None => "Neither an ID nor a Grok URL.",
        GrokUrlKind.Chat => "The URL of a chat, not of a post.",
        GrokUrlKind.Share => "The URL of a shared chat, not of a post.",
        GrokUrlKind.Project => "The URL of a project or folder, not of a post.",
        GrokUrlKind.Account => "The URL of an account or its picture, not of a post.",
        GrokUrlKind.Media => "The URL of an image or video, without a post ID.",
        GrokUrlKind.Page => "A Grok URL without a post ID.",
        _ => "A Grok URL that is not known to contain a post ID.",
    };

    private static string TrimPunctuation(string text)
    {
        text = text.Trim().Trim(Enclosing).Trim();
        while (true)
        {
            var shorter = text.TrimEnd(Trailing).TrimEnd(Enclosing);
            if (shorter.EndsWith(')') && shorter.AsSpan().Count('(') < shorter.AsSpan().Count(')')) shorter = shorter[..^1];
            if (shorter.Length == text.Length) return text;
            text = shorter;
        }
    }
}
