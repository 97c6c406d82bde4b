using System.Globalization;

namespace Sovia.Library;

/// <summary>
/// Limits the sizes of a post's values. Names are index keys, which PostgreSQL limits to 2,704 bytes; the other limits exceed any genuine
/// source. Every post passes through here before it is written, whatever its source; the raw source data is stored unchanged.
/// </summary>
public static class PostLimits
{
    /// <summary>The maximum length of a name: model, mode, resolution, kind of media, conversation.</summary>
    public const int MaxNameLength = 200;

    /// <summary>The maximum length of a title.</summary>
    public const int MaxTitleLength = 2_000;

    /// <summary>The maximum length of a prompt.</summary>
    public const int MaxPromptLength = 1 << 20;

    /// <summary>The maximum length of a URL; a longer one is dropped, because a truncated URL is useless.</summary>
    public const int MaxUrlLength = 4_096;

    /// <summary>The maximum number of entries in a list.</summary>
    public const int MaxEntries = 1_000;

    /// <summary>The maximum number of pixels on a side.</summary>
    public const int MaxPixels = 1_000_000;

    private static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Returns true for a time at which a file or a post can have been created.</summary>
    public static bool IsPlausibleTime(DateTimeOffset time) => time >= Earliest && time < Latest;

    /// <summary>Returns the post within the limits.</summary>
    /// <param name="post">A post as a source states it.</param>
    /// <param name="note">Receives each value that is changed: the property's name, and a message for the user.</param>
    public static Post Apply(Post post, Action<string, string>? note = null)
    {
        if (IsWithin(post)) return post;
        return post with
        {
            Model = LimitText(post.Model, MaxNameLength, "modelName", note),
            Mode = LimitText(post.Mode, MaxNameLength, "mode", note),
            Derivation = LimitText(post.Derivation, MaxNameLength, "originalRefType", note),
            ResolutionName = LimitText(post.ResolutionName, MaxNameLength, "resolutionName", note),
            MimeType = LimitText(post.MimeType, MaxNameLength, "mimeType", note),
            ConversationId = LimitText(post.ConversationId, MaxNameLength, "conversationId", note),
            Title = LimitText(post.Title, MaxTitleLength, "title", note),
            Prompt = LimitText(post.Prompt, MaxPromptLength, "prompt", note),
            OriginalPrompt = LimitText(post.OriginalPrompt, MaxPromptLength, "originalPrompt", note),
            MediaUrl = LimitUrl(post.MediaUrl, "mediaUrl", note),
            ThumbnailUrl = LimitUrl(post.ThumbnailUrl, "thumbnailImageUrl", note),
            LastFrameUrl = LimitUrl(post.LastFrameUrl, "lastFrameThumbnailImageUrl", note),
            HdUrl = LimitUrl(post.HdUrl, "hdMediaUrl", note),
            Hd1080Url = LimitUrl(post.Hd1080Url, "hd1080MediaUrl", note),
            WatermarkedUrl = LimitUrl(post.WatermarkedUrl, "watermarkedMediaUrl", note),
            AudioUrls = LimitEntries(LimitUrls(post.AudioUrls, note), "audioUrls", note),
            References = LimitEntries(post.References, "inputMediaItems", note),
            Width = LimitPixels(post.Width, "width", note),
            Height = LimitPixels(post.Height, "height", note),
            CreatedAt = LimitTime(post.CreatedAt, note),
        };
    }

    // The fast path: every post is checked, and nearly all are within the limits.
    private static bool IsWithin(Post post) =>
        Fits(post.Model, MaxNameLength) && Fits(post.Mode, MaxNameLength) && Fits(post.Derivation, MaxNameLength)
        && Fits(post.ResolutionName, MaxNameLength) && Fits(post.MimeType, MaxNameLength)
        && Fits(post.ConversationId, MaxNameLength) && Fits(post.Title, MaxTitleLength) && Fits(post.Prompt, MaxPromptLength)
        && Fits(post.OriginalPrompt, MaxPromptLength)
        && Fits(post.MediaUrl, MaxUrlLength) && Fits(post.ThumbnailUrl, MaxUrlLength) && Fits(post.LastFrameUrl, MaxUrlLength)
        && Fits(post.HdUrl, MaxUrlLength)
        && Fits(post.Hd1080Url, MaxUrlLength) && Fits(post.WatermarkedUrl, MaxUrlLength)
        && (post.AudioUrls.Count == 0 || (post.AudioUrls.Count <= MaxEntries && post.AudioUrls.All(url => Fits(url, MaxUrlLength))))
        && post.References.Count <= MaxEntries
        && post.Width is null or <= MaxPixels && post.Height is null or <= MaxPixels
        && (post.CreatedAt is not { } createdAt || IsPlausibleTime(createdAt));

    private static bool Fits(string? text, int maxLength) => text is null || text.Length <= maxLength;

    private static string? LimitText(string? text, int maxLength, string name, Action<string, string>? note)
    {
        if (Fits(text, maxLength)) return text;
        note?.Invoke(name, string.Create(CultureInfo.InvariantCulture,
            $"\"{name}\" has {text!.Length:N0} characters, of which the first {maxLength:N0} are kept."));
        return StorableText.Truncate(text!, maxLength);
    }

    private static string? LimitUrl(string? url, string name, Action<string, string>? note)
    {
        if (Fits(url, MaxUrlLength)) return url;
        note?.Invoke(name, string.Create(CultureInfo.InvariantCulture,
            $"\"{name}\" has {url!.Length:N0} characters, which is over the limit, and was ignored."));
        return null;
    }

    private static IReadOnlyList<string> LimitUrls(IReadOnlyList<string> urls, Action<string, string>? note) =>
        urls.All(url => Fits(url, MaxUrlLength)) ? urls : [.. urls.Select(url => LimitUrl(url, "audioUrls", note)).OfType<string>()];

    private static IReadOnlyList<T> LimitEntries<T>(IReadOnlyList<T> list, string name, Action<string, string>? note)
    {
        if (list.Count <= MaxEntries) return list;
        note?.Invoke(name, string.Create(CultureInfo.InvariantCulture,
            $"\"{name}\" has {list.Count:N0} entries, of which the first {MaxEntries:N0} are kept."));
        return [.. list.Take(MaxEntries)];
    }

    private static int? LimitPixels(int? pixels, string name, Action<string, string>? note)
    {
        if (pixels is null or <= MaxPixels) return pixels;
        note?.Invoke(name, string.Create(CultureInfo.InvariantCulture,
            $"\"{name}\" is {pixels:N0} pixels, which is over the limit, and was ignored."));
        return null;
    }

    private static DateTimeOffset? LimitTime(DateTimeOffset? createdAt, Action<string, string>? note)
    {
        if (createdAt is not { } time || IsPlausibleTime(time)) return createdAt;
        note?.Invoke(nameof(Post.CreatedAt), string.Create(CultureInfo.InvariantCulture,
            $"Invalid year {time.Year}. Imported without a date."));
        return null;
    }
}
