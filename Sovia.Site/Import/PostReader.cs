using System.Text.Json;
using Sovia.Library;
using Sovia.Library.Urls;

namespace Sovia.Import;

/// <summary>Converts the JSON of one post into a <see cref="Post"/>; each property may have any of its names.</summary>
internal static class PostReader
{
    // The properties whose URL can end with the post's id.
    private static readonly string[] IdUrlNames =
        ["mediaUrl", "videoUrl", "link", "url", "shareLink", "href", "permalink", "postUrl", "pageUrl", "imageUrl", "downloadUrl"];

    /// <summary>Returns the post, or null with an issue if the JSON has no id.</summary>
    /// <param name="element">The post's JSON.</param>
    /// <param name="note">Called with a code and a reason for each issue.</param>
    /// <param name="keyId">The id used as the property name, for a post that does not repeat it.</param>
    /// <param name="parentId">The parent if known from elsewhere: the post is nested in it, or another source names it.</param>
    public static Post? Read(JsonElement element, Action<string, string> note, Guid? keyId = null, Guid? parentId = null)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        using var fields = new PostPropertyReader(element, note);
        var mediaUrl = fields.GetUrl("mediaUrl", "videoUrl") ?? FindMediaUrl(fields);
        if ((FindId(fields) ?? keyId) is not { } id) return null;
        var mimeType = NormaliseMimeType(fields.GetTrimmedText("mimeType"));
        using var status = fields.GetValue("userInteractionStatus") is { ValueKind: JsonValueKind.Object } statusElement
            ? new PostPropertyReader(statusElement, note) : null;
        using var resolutionReader = fields.GetValue("resolution") is { ValueKind: JsonValueKind.Object } resolution
            ? new PostPropertyReader(resolution, note) : null;
        var sizeReader = resolutionReader ?? fields;
        var parent = (fields.GetId("originalPostId", "parentId", "parentPostId") ?? ReadOriginalId(fields, note)) is { } statedId
            && statedId != id ? statedId : (Guid?)null;
        var (mode, model, references) = (fields.GetTrimmedText("mode"), fields.GetTrimmedText("modelName", "model"),
            ReadReferences(fields, id, note));
        var kind = fields.GetMediaKind(mimeType, mediaUrl);
        var isAiMade = (parent ?? parentId ?? id) != id || references.Count > 0 || (kind == MediaKind.Video && (mode ?? model) is not null);
        var post = new Post
        {
            Id = id,
            RootId = id,
            ParentId = parent,
            Kind = kind,
            CreatedAt = fields.GetTime("createTime", "createdAt", "date", "ts", "addedAt", "created", "timestamp"),
            OwnerId = fields.GetId("userId", "ownerUserId"),
            Prompt = fields.GetPrompt("prompt"),
            OriginalPrompt = fields.GetPrompt("originalPrompt"),
            Title = fields.GetTrimmedText("title"),
            Model = model,
            Mode = mode,
            Derivation = fields.GetTrimmedText("originalRefType"),
            MimeType = mimeType,
            MediaUrl = mediaUrl,
            ThumbnailUrl = fields.GetUrl("thumbnailImageUrl", "thumbnail"),
            LastFrameUrl = fields.GetUrl("lastFrameThumbnailImageUrl"),
            HdUrl = fields.GetUrl("hdMediaUrl"),
            Hd1080Url = fields.GetUrl("hd1080MediaUrl"),
            WatermarkedUrl = fields.GetUrl("watermarkedMediaUrl"),
            AudioUrls = fields.GetUrls("audioUrls"),
            Width = ReadPixels(sizeReader, "width"),
            Height = ReadPixels(sizeReader, "height"),
            Duration = fields.GetNumber("videoDuration", "duration"),
            ExtendsFrom = fields.GetNumber("videoExtensionStartTime"),
            ResolutionName = fields.GetTrimmedText("resolutionName"),
            Liked = status?.GetBoolean("likeStatus", "isLiked")
                ?? fields.GetBoolean("likeStatus", "isLiked", "isFavorite", "liked", "favorite", "favourite"),
            Moderated = fields.GetBoolean("moderated", "isModerated"),
            Restricted = fields.GetBoolean("rRated"),
            // Each member of a family repeats this property of its root, and it applies only to the root.
            Uploaded = fields.GetBoolean("isUploaded")
            ?? (isAiMade ? null : fields.GetBoolean("isRootUserUploaded", "imageEditIsRootUserUploaded")),
            Watermarked = fields.GetBoolean("hasWatermark"),
            ConversationId = fields.GetTrimmedText("conversationId"),
            References = references,
        };
        if (HasStrippedParts(post.OriginalPrompt) || HasStrippedParts(post.Prompt))
            note(IssueCode.PromptUrlStripped, "The prompt contains an image URL or command flag, which is hidden.");
        return post;
    }

    private static bool HasStrippedParts(string? prompt) =>
        prompt is not null && (prompt.Contains("http", StringComparison.OrdinalIgnoreCase)
            || prompt.Contains("--mode=", StringComparison.OrdinalIgnoreCase)) && (PromptText.Clean(prompt) ?? "") != prompt.Trim();

    // In lists of links, the media URL has the name that pages use for their own URL.
    private static string? FindMediaUrl(PostPropertyReader fields)
    {
        foreach (var name in (ReadOnlySpan<string>)["url", "link", "href", "imageUrl", "downloadUrl"])
            if (fields.GetValue(name) is { ValueKind: JsonValueKind.String } url
                && GrokUrl.Parse(SourceText.DecodeString(url)) is { Kind: GrokUrlKind.Media, Id: not null } grokUrl)
                return SourceUrl.Normalise(grokUrl.Url!);
        return null;
    }

    // Returns the id property, else the id at the end of one of its URLs.
    private static Guid? FindId(PostPropertyReader fields)
    {
        if (fields.GetId("id", "postId") is { } id) return id;
        foreach (var name in IdUrlNames)
            if (fields.GetValue(name) is { ValueKind: JsonValueKind.String } url
                && GrokUrl.ParsePostId(SourceText.DecodeString(url)) is { } postId) return postId;
        return fields.GetId("uuid", "assetId", "imageId", "videoId");
    }

    private static Guid? ReadOriginalId(PostPropertyReader fields, Action<string, string> note) =>
        fields.GetValue("originalPost") is { ValueKind: JsonValueKind.Object } original ? ReadId(original, note) : null;

    private static Guid? ReadId(JsonElement element, Action<string, string> note)
    {
        using var fields = new PostPropertyReader(element, note);
        return fields.GetId("id");
    }

    private static List<Guid> ReadReferences(PostPropertyReader fields, Guid self, Action<string, string> note) =>
        fields.GetValue("inputMediaItems") is { ValueKind: JsonValueKind.Array } items
            ? [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
                .Select(item => ReadId(item, note)).OfType<Guid>().Where(id => id != self).Distinct()]
            : [];

    // Ignores zero, because programs write it for an unknown size.
    private static int? ReadPixels(PostPropertyReader fields, string name) =>
        fields.GetNumber(name) is >= 1 and var pixels ? (int)pixels : null;

    private static string? NormaliseMimeType(string? text) => text?.Split(';')[0].Trim().TrimStart('.').ToLowerInvariant() switch
    {
        "image/jpg" or "image/pjpeg" or "jpg" or "jpeg" => "image/jpeg",
        "png" or "gif" or "webp" or "avif" => "image/" + text.Split(';')[0].Trim().TrimStart('.').ToLowerInvariant(),
        "mp4" or "m4v" or "video/x-m4v" or "application/mp4" => "video/mp4",
        "webm" => "video/webm",
        "mov" => "video/quicktime",
        "" => null,
        var mime => mime,
    };
}
