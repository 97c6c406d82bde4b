using System.Text.Json;
using Sovia.Library;
using Sovia.Library.Addresses;

namespace Sovia.Import;

/// <summary>Turns the JSON of one post into a <see cref="Post"/>: the same fact under any of its names.</summary>
internal static class PostReader
{
    /// <summary>The post, or null with an issue where nothing in it is an id.</summary>
    /// <param name="element">Its JSON.</param>
    /// <param name="note">Called with a code and a reason for everything that did not go as it should.</param>
    /// <param name="named">The id under which it stood, for a post that does not repeat it.</param>
    /// <param name="madeFrom">The post that it is known from elsewhere to be made from: it stands under it, or another source says so.</param>
    public static Post? Read(JsonElement element, Action<string, string> note, Guid? named = null, Guid? madeFrom = null)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        using var fields = new PostFields(element, note);
        var mediaUrl = fields.Url("mediaUrl", "videoUrl") ?? MediaIn(fields);
        if ((IdOf(fields) ?? named) is not { } id) return null;
        var mimeType = Mime(fields.Word("mimeType"));
        using var status = fields.Value("userInteractionStatus") is { ValueKind: JsonValueKind.Object } given ? new PostFields(given, note) : null;
        using var frame = fields.Value("resolution") is { ValueKind: JsonValueKind.Object } resolution ? new PostFields(resolution, note) : null;
        var size = frame ?? fields;
        var parent = (fields.Id("originalPostId", "parentId", "parentPostId") ?? OriginalPost(fields, note)) is { } stated && stated != id ? stated : (Guid?)null;
        var (mode, model, references) = (fields.Word("mode"), fields.Word("modelName", "model"), References(fields, id, note));
        var kind = fields.Kind(mimeType, mediaUrl);
        var isMade = (parent ?? madeFrom ?? id) != id || references.Count > 0 || (kind == MediaKind.Video && (mode ?? model) is not null);
        var post = new Post
        {
            Id = id,
            RootId = id,
            ParentId = parent,
            Kind = kind,
            CreatedAt = fields.Time("createTime", "createdAt", "date", "ts", "addedAt"),
            OwnerId = fields.Id("userId", "ownerUserId"),
            Prompt = fields.Words("prompt"),
            OriginalPrompt = fields.Words("originalPrompt"),
            Title = fields.Word("title"),
            Model = model,
            Mode = mode,
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
            // Each member of a family repeats what its root is; only the root is meant by it.
            Uploaded = fields.Flag("isUploaded") ?? (isMade ? null : fields.Flag("isRootUserUploaded", "imageEditIsRootUserUploaded")),
            Watermarked = fields.Flag("hasWatermark"),
            ConversationId = fields.Word("conversationId"),
            References = references,
        };
        if (IsStripped(post.OriginalPrompt) || IsStripped(post.Prompt))
            note(IssueCode.PromptUrlStripped, "The prompt contains an image URL or command flag, which is hidden.");
        return post;
    }

    private static bool IsStripped(string? prompt) => prompt is not null && (prompt.Contains("http", StringComparison.OrdinalIgnoreCase) || prompt.Contains("--mode=", StringComparison.OrdinalIgnoreCase)) && (PromptText.Clean(prompt) ?? "") != prompt.Trim();

    // Lists of links call the address of the bytes what pages call their own.
    private static string? MediaIn(PostFields fields)
    {
        foreach (var name in (ReadOnlySpan<string>)["url", "link"])
            if (fields.Value(name) is { ValueKind: JsonValueKind.String } url && PostAddress.Read(SourceText.Of(url)) is { Kind: AddressKind.Media, Id: not null } address) return SourceUrl.Clean(address.Url!);
        return null;
    }

    // The id itself, else the one its addresses end on.
    private static Guid? IdOf(PostFields fields)
    {
        if (fields.Id("id", "postId") is { } id) return id;
        foreach (var name in (ReadOnlySpan<string>)["mediaUrl", "videoUrl", "link", "url", "shareLink"])
            if (fields.Value(name) is { ValueKind: JsonValueKind.String } url && PostAddress.IdOf(SourceText.Of(url)) is { } named) return named;
        return fields.Id("uuid", "assetId");
    }

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

    private static string? Mime(string? stated) => stated?.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "image/jpg" or "image/pjpeg" or "jpg" or "jpeg" => "image/jpeg",
        "" => null,
        var mime => mime,
    };
}
