using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>Converts an asset into the JSON of a post; the asset's id is the post's id.</summary>
internal static class AssetNormaliser
{
    /// <summary>True for an item that is an asset.</summary>
    public static bool IsAsset(JsonItem item) => item.Element.GetFirst("assetId", "asset_id").ValueKind == JsonValueKind.String;

    /// <summary>Returns the post, or an issue that states why it was skipped.</summary>
    public static IEnumerable<JsonItem> Normalise(JsonItem item, ReadContext context)
    {
        if (!IsAsset(item)) return [item];
        var asset = SnakeCaseNames.ToCamelCase(item.Element);
        if (asset.GetPath("auxKeys", "imagine_official_asset").IsTrue())
            return [context.CreateIssue(IssueCode.StockAsset, item.Path,
                "Skipped a stock image that Grok adds to every account.")];
        if (asset.GetPath("isDeleted").IsTrue()) return [context.CreateIssue(IssueCode.Deleted, item.Path, "Skipped: deleted on Grok.")];
        var input = new AssetInput(asset);
        var kind = AssetKindDetector.Detect(asset, input);
        if (kind == MediaKind.Unknown && (input.GenerationType.Length == 0 || AssetKindDetector.HasMimeType(asset)))
            return [context.CreateIssue(IssueCode.UnknownEnum, item.Path, AssetKindDetector.HasMimeType(asset)
                ? "Skipped an asset that is neither an image nor a video." : "Skipped an asset of unknown type.")];
        return [item.WithNormalised(BuildPost(asset, input, kind)) with { Kind = SourceKind.Assets }];
    }

    private static JsonElement BuildPost(JsonElement asset, AssetInput input, MediaKind kind)
    {
        var auxKeys = asset.GetPath("auxKeys");
        var isVideo = kind == MediaKind.Video;
        using var post = new NormalisedJsonBuilder();
        post.Set("id", asset.GetPath("assetId"))
            .Set("userId", asset.GetPath("ownerUserId"))
            .Set("createTime", asset.GetPath("createTime"))
            .Set("mimeType", AssetKindDetector.HasMimeType(asset) ? asset.GetPath("mimeType") : default)
            .Set("mediaType", kind switch
            {
                MediaKind.Video => "MEDIA_POST_TYPE_VIDEO",
                MediaKind.Image => "MEDIA_POST_TYPE_IMAGE",
                _ =>
                null
            })
            .Set("mediaUrl", BuildUrl(asset.GetPath("key")))
            .Set("hdMediaUrl", BuildUrl(asset.GetPath("hdKey")))
            .Set("hd1080MediaUrl", BuildUrl(asset.GetPath("hd1080Key")))
            .Set("thumbnailImageUrl", BuildUrl(asset.GetPath("previewImageKey")) ?? BuildUrl(auxKeys.GetPath("preview-image")))
            // As in pages of posts, a video's own prompt is its originalPrompt and an image's is its prompt.
            .Set(isVideo ? "originalPrompt" : "prompt", StructuredPromptReader.IsEmpty(input.Parameters.GetPath("prompt"))
                ? asset.GetPath("summary") : input.Parameters.GetPath("prompt"))
            .Set("modelName", input.Parameters.GetPath("modelName"))
            .Set("mode", input.Parameters.GetPath("mode"))
            .Set("resolutionName", input.Parameters.GetPath("resolutionName"))
            .Set("videoDuration", input.Parameters.GetPath("duration"))
            .Set("width", asset.GetPath("width"))
            .Set("height", asset.GetPath("height"))
            .Set("originalPostId", input.Parent?.ToString())
            .Set("originalRefType", input.Derivation)
            .Set("inputMediaItems", input.References)
            .Set("conversationId", asset.GetFirst("sourceConversationId", "currentConversationId"))
            .Set("rRated", GetFlag(asset.GetPath("rRated")) ?? GetFlag(auxKeys.GetPath("r_rated")))
            .Set("moderated", GetFlag(auxKeys.GetPath("moderated")))
            .Set("isUploaded", asset.GetPath("fileSource")
                .GetStringOrNull()?.Contains("SELF_UPLOAD", StringComparison.OrdinalIgnoreCase) == true ? true : null);
        return post.Build();
    }

    // A key is the path in the bucket; its segments may contain characters that a URL must escape.
    private static string? BuildUrl(JsonElement key) => key.GetStringOrNull() switch
    {
        null or "" => null,
        var url when url.Contains("://", StringComparison.Ordinal) || url.StartsWith("//", StringComparison.Ordinal) => url,
        var path => "https://assets.grok.com/" + string.Join('/', path.TrimStart('/').Split('/').Select(Escape)),
    };

    private static string Escape(string segment) => Uri.EscapeDataString(string.Concat(segment.EnumerateRunes()));

    private static bool? GetFlag(JsonElement value) => value.IsTrue() ? true
        : value.ValueKind == JsonValueKind.False || string.Equals(value.GetStringOrNull(), "false", StringComparison.OrdinalIgnoreCase)
        ? false : null;
}
