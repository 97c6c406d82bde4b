namespace Sovia.Library.Urls;

/// <summary>
/// What an address of the maker's leads to, and the id of the post it is about. An id is read only from the place where that kind of
/// address has it: the account's id stands in the same address, and chats have ids of the same form.
/// </summary>
/// <param name="Kind">The kind of address.</param>
/// <param name="Url">The address with its scheme and host; null for a bare id and for what is no address.</param>
/// <param name="Id">The post's id; null where the address has none.</param>
internal readonly record struct GrokUrl(GrokUrlKind Kind, string? Url, Guid? Id)
{
    private static readonly char[] Around = ['<', '>', '"', '\'', '`', '“', '”', '‘', '’', '«', '»', '[', ']', '{', '}', '(', '|', '*',
        '\u200B', '\uFEFF'];
    private static readonly char[] Behind = ['.', ',', ';', ':', '!', '?', '…', '。', '，', '\\'];

    /// <summary>Reads an address or a bare id, with what people put around it.</summary>
    public static GrokUrl Parse(string? text)
    {
        if (text is null || text.Length > 4096) return default;
        var trimmed = Trimmed(text);
        if (GuidParser.Parse(trimmed) is { } bare) return new(GrokUrlKind.Id, null, bare);
        if (GrokHosts.RemoveScheme(trimmed) is not { } address) return default;
        var (kind, id) = GrokUrlPatterns.Match(address);
        return new(kind, "https://" + address, id);
    }

    /// <summary>The id of the post that an address or a bare id names, or null.</summary>
    public static Guid? ParsePostId(string? text) => Parse(text).Id;

    /// <summary>True for an address that is worth a word where no post can be made of it.</summary>
    public bool ShouldReport =>
        Kind is not (GrokUrlKind.None or GrokUrlKind.Other) || (Kind == GrokUrlKind.Other && GuidParser.IdPattern().IsMatch(Url!));

    /// <summary>What it leads to, in words for the user.</summary>
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

    private static string Trimmed(string text)
    {
        text = text.Trim().Trim(Around).Trim();
        while (true)
        {
            var shorter = text.TrimEnd(Behind).TrimEnd(Around);
            if (shorter.EndsWith(')') && shorter.AsSpan().Count('(') < shorter.AsSpan().Count(')')) shorter = shorter[..^1];
            if (shorter.Length == text.Length) return text;
            text = shorter;
        }
    }
}
