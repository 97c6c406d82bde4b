using System.Globalization;

namespace Sovia.Library;

/// <summary>
/// How large the facts of a post may be. Names are keys of indexes, of which PostgreSQL takes 2,704 bytes; the rest is beyond anything that
/// a source states in earnest. Every post passes here before it is written, from whatever source; the source's own words are kept as they
/// came.
/// </summary>
public static class PostLimits
{
    /// <summary>Characters of a name: model, mode, resolution, kind of media, conversation.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Characters of a title.</summary>
    public const int MaxTitleLength = 2_000;

    /// <summary>Characters of a prompt.</summary>
    public const int MaxPromptLength = 1 << 20;

    /// <summary>Characters of an address; a longer one is left out, because a part of it leads nowhere.</summary>
    public const int MaxUrlLength = 4_096;

    /// <summary>Entries of a list.</summary>
    public const int MaxEntries = 1_000;

    /// <summary>Pixels of a side.</summary>
    public const int MaxPixels = 1_000_000;

    private static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>True for a time that a file or a post can have been made at.</summary>
    public static bool IsPlausibleTime(DateTimeOffset time) => time >= Earliest && time < Latest;

    /// <summary>The post within the limits.</summary>
    /// <param name="post">A post as somebody states it.</param>
    /// <param name="note">Told of each fact that is changed: the property's name, and words for the user.</param>
    public static Post Apply(Post post, Action<string, string>? note = null)
    {
        if (IsWithin(post)) return post;
        return post with
        {
            Model = Cut(post.Model, MaxNameLength, "modelName", note),
            Mode = Cut(post.Mode, MaxNameLength, "mode", note),
            Derivation = Cut(post.Derivation, MaxNameLength, "originalRefType", note),
            ResolutionName = Cut(post.ResolutionName, MaxNameLength, "resolutionName", note),
            MimeType = Cut(post.MimeType, MaxNameLength, "mimeType", note),
            ConversationId = Cut(post.ConversationId, MaxNameLength, "conversationId", note),
            Title = Cut(post.Title, MaxTitleLength, "title", note),
            Prompt = Cut(post.Prompt, MaxPromptLength, "prompt", note),
            OriginalPrompt = Cut(post.OriginalPrompt, MaxPromptLength, "originalPrompt", note),
            MediaUrl = Whole(post.MediaUrl, "mediaUrl", note),
            ThumbnailUrl = Whole(post.ThumbnailUrl, "thumbnailImageUrl", note),
            LastFrameUrl = Whole(post.LastFrameUrl, "lastFrameThumbnailImageUrl", note),
            HdUrl = Whole(post.HdUrl, "hdMediaUrl", note),
            Hd1080Url = Whole(post.Hd1080Url, "hd1080MediaUrl", note),
            WatermarkedUrl = Whole(post.WatermarkedUrl, "watermarkedMediaUrl", note),
            AudioUrls = First(Wholes(post.AudioUrls, note), "audioUrls", note),
            References = First(post.References, "inputMediaItems", note),
            Width = Pixels(post.Width, "width", note),
            Height = Pixels(post.Height, "height", note),
            CreatedAt = Possible(post.CreatedAt, note),
        };
    }

    // Asked of every post, and nearly always true.
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
        && (post.CreatedAt is not { } at || IsPlausibleTime(at));

    private static bool Fits(string? text, int most) => text is null || text.Length <= most;

    private static string? Cut(string? text, int most, string name, Action<string, string>? note)
    {
        if (Fits(text, most)) return text;
        note?.Invoke(name, string.Create(CultureInfo.InvariantCulture,
            $"\"{name}\" has {text!.Length:N0} characters, of which the first {most:N0} are kept."));
        return StorableText.Truncate(text!, most);
    }

    private static string? Whole(string? url, string name, Action<string, string>? note)
    {
        if (Fits(url, MaxUrlLength)) return url;
        note?.Invoke(name, string.Create(CultureInfo.InvariantCulture,
            $"\"{name}\" has {url!.Length:N0} characters, which is over the limit, and was ignored."));
        return null;
    }

    private static IReadOnlyList<string> Wholes(IReadOnlyList<string> urls, Action<string, string>? note) =>
        urls.All(url => Fits(url, MaxUrlLength)) ? urls : [.. urls.Select(url => Whole(url, "audioUrls", note)).OfType<string>()];

    private static IReadOnlyList<T> First<T>(IReadOnlyList<T> list, string name, Action<string, string>? note)
    {
        if (list.Count <= MaxEntries) return list;
        note?.Invoke(name, string.Create(CultureInfo.InvariantCulture,
            $"\"{name}\" has {list.Count:N0} entries, of which the first {MaxEntries:N0} are kept."));
        return [.. list.Take(MaxEntries)];
    }

    private static int? Pixels(int? pixels, string name, Action<string, string>? note)
    {
        if (pixels is null or <= MaxPixels) return pixels;
        note?.Invoke(name, string.Create(CultureInfo.InvariantCulture,
            $"\"{name}\" is {pixels:N0} pixels, which is over the limit, and was ignored."));
        return null;
    }

    private static DateTimeOffset? Possible(DateTimeOffset? at, Action<string, string>? note)
    {
        if (at is not { } time || IsPlausibleTime(time)) return at;
        note?.Invoke(nameof(Post.CreatedAt), string.Create(CultureInfo.InvariantCulture,
            $"It says that it was made in the year {time.Year}, which cannot be; the time was left out."));
        return null;
    }
}
