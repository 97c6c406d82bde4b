using System.Text.Json;
using Sovia.Library;

namespace Sovia.Import;

/// <summary>Turns the JSON of one post into a <see cref="Post"/>: the same fact under any of its names.</summary>
internal static class PostReader
{
    /// <summary>The post, or null with an issue where nothing in it is an id.</summary>
    /// <param name="element">Its JSON.</param>
    /// <param name="note">Called with a code and a reason for everything that did not go as it should.</param>
    public static Post? Read(JsonElement element, Action<string, string> note)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        using var fields = new PostFields(element, note);
        var mediaUrl = fields.Url("mediaUrl", "videoUrl");
        if (IdOf(element, fields) is not { } id) return null;
        var mimeType = Mime(fields.Word("mimeType"));
        using var status = fields.Value("userInteractionStatus") is { ValueKind: JsonValueKind.Object } given ? new PostFields(given, note) : null;
        using var frame = fields.Value("resolution") is { ValueKind: JsonValueKind.Object } resolution ? new PostFields(resolution, note) : null;
        var size = frame ?? fields;
        var post = new Post
        {
            Id = id,
            RootId = id,
            ParentId = (fields.Id("originalPostId", "parentId", "parentPostId") ?? OriginalPost(fields, note)) is { } parent && parent != id ? parent : null,
            Kind = fields.Kind(mimeType, mediaUrl),
            CreatedAt = fields.Time("createTime", "createdAt", "date", "ts", "addedAt"),
            OwnerId = fields.Id("userId", "ownerUserId"),
            Prompt = fields.Text("prompt"),
            OriginalPrompt = fields.Text("originalPrompt"),
            Title = fields.Word("title"),
            Model = fields.Word("modelName", "model"),
            Mode = fields.Word("mode"),
            Derivation = fields.Word("originalRefType"),
            MimeType = mimeType,
            MediaUrl = mediaUrl,
            ThumbnailUrl = fields.Url("thumbnailImageUrl", "thumbnail"),
            LastFrameUrl = fields.Url("lastFrameThumbnailImageUrl"),
            HdUrl = fields.Url("hdMediaUrl"),
            Hd1080Url = fields.Url("hd1080MediaUrl"),
            WatermarkedUrl = fields.Url("watermarkedMediaUrl"),
            AudioUrls = fields.Urls("audioUrls"),
            Width = (int?)size.Number("width"),
            Height = (int?)size.Number("height"),
            Duration = fields.Number("videoDuration", "duration"),
            ExtendsFrom = fields.Number("videoExtensionStartTime"),
            ResolutionName = fields.Word("resolutionName"),
            Liked = status?.Flag("likeStatus") ?? fields.Flag("likeStatus", "isLiked", "isFavorite"),
            Moderated = fields.Flag("moderated", "isModerated"),
            Restricted = fields.Flag("rRated"),
            Uploaded = fields.Flag("isRootUserUploaded", "isUploaded"),
            Watermarked = fields.Flag("hasWatermark"),
            ConversationId = fields.Word("conversationId"),
            References = References(fields, id, note),
        };
        if (IsStripped(post.OriginalPrompt) || IsStripped(post.Prompt))
            note(IssueCode.PromptUrlStripped, "Its prompt holds a picture's address or a switch of the site, and is shown without.");
        return post;
    }

    private static bool IsStripped(string? prompt) => prompt is not null && (prompt.Contains("http", StringComparison.OrdinalIgnoreCase) || prompt.Contains("--mode=", StringComparison.OrdinalIgnoreCase)) && (PromptText.Clean(prompt) ?? "") != prompt.Trim();

    // The id itself, else the one its addresses end on.
    private static Guid? IdOf(JsonElement element, PostFields fields) =>
        fields.Id("id", "postId") ?? UrlId(element, "mediaUrl") ?? UrlId(element, "link") ?? UrlId(element, "url");

    private static Guid? UrlId(JsonElement element, string name) =>
        element.TryGetProperty(name, out var url) ? SourceUrl.IdIn(SourceText.Of(url)) : null;

    private static Guid? OriginalPost(PostFields fields, Action<string, string> note) =>
        fields.Value("originalPost") is { ValueKind: JsonValueKind.Object } original ? IdIn(original, note) : null;

    private static Guid? IdIn(JsonElement element, Action<string, string> note)
    {
        using var fields = new PostFields(element, note);
        return fields.Id("id");
    }

    private static List<Guid> References(PostFields fields, Guid self, Action<string, string> note) =>
        fields.Value("inputMediaItems") is { ValueKind: JsonValueKind.Array } items
            ? [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
                .Select(item => IdIn(item, note)).OfType<Guid>().Where(id => id != self).Distinct()]
            : [];

    private static string? Mime(string? stated) => stated is "image/jpg" ? "image/jpeg" : stated?.ToLowerInvariant();
}
