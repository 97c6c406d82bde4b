using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>Says of an asset what a post would say: the asset's id is the post's.</summary>
internal static class AssetPost
{
    /// <summary>True for an item that is an asset.</summary>
    public static bool Is(JsonItem item) => item.Element.At("assetId").ValueKind == JsonValueKind.String;

    /// <summary>The post, or a note on why it was left out.</summary>
    public static IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope)
    {
        var asset = item.Element;
        if (!Is(item)) return [item];
        if (asset.At("auxKeys", "imagine_official_asset").IsTrue()) return [scope.Issue(IssueCode.StockAsset, item.Path, "A stock asset that the maker copies into every account was left out.")];
        if (asset.At("isDeleted").IsTrue()) return [scope.Issue(IssueCode.Deleted, item.Path, "A deleted asset was left out.")];
        var input = new AssetInput(asset);
        var kind = AssetKind.Of(asset, input);
        if (kind == MediaKind.Unknown && (input.Way.Length == 0 || AssetKind.IsStated(asset)))
            return [scope.Issue(IssueCode.UnknownEnum, item.Path, AssetKind.IsStated(asset) ? "Skipped an asset that is neither an image nor a video." : "Skipped an asset of unknown type.")];
        return [item.As(Post(asset, input, kind)) with { Kind = SourceKind.Assets }];
    }

    private static JsonElement Post(JsonElement asset, AssetInput input, MediaKind kind)
    {
        var aux = asset.At("auxKeys");
        var isVideo = kind == MediaKind.Video;
        using var post = new Restatement();
        post.Set("id", asset.At("assetId"))
            .Set("userId", asset.At("ownerUserId"))
            .Set("createTime", asset.At("createTime"))
            .Set("mimeType", AssetKind.IsStated(asset) ? asset.At("mimeType") : default)
            .Set("mediaType", kind switch { MediaKind.Video => "MEDIA_POST_TYPE_VIDEO", MediaKind.Image => "MEDIA_POST_TYPE_IMAGE", _ => null })
            .Set("mediaUrl", Address(asset.At("key")))
            .Set("hdMediaUrl", Address(asset.At("hdKey")))
            .Set("hd1080MediaUrl", Address(asset.At("hd1080Key")))
            .Set("thumbnailImageUrl", Address(asset.At("previewImageKey")) ?? Address(aux.At("preview-image")))
            // A clip's own words are its originalPrompt, a still's are its prompt: so the two kinds of pages agree.
            .Set(isVideo ? "originalPrompt" : "prompt", PromptWords.IsEmpty(input.Facts.At("prompt")) ? asset.At("summary") : input.Facts.At("prompt"))
            .Set("modelName", input.Facts.At("modelName"))
            .Set("mode", input.Facts.At("mode"))
            .Set("resolutionName", input.Facts.At("resolutionName"))
            .Set("videoDuration", input.Facts.At("duration"))
            .Set("width", asset.At("width"))
            .Set("height", asset.At("height"))
            .Set("originalPostId", input.Parent?.ToString())
            .Set("originalRefType", input.Derivation)
            .Set("inputMediaItems", input.References)
            .Set("conversationId", asset.Any("sourceConversationId", "currentConversationId"))
            .Set("rRated", Flag(asset.At("rRated")) ?? Flag(aux.At("r_rated")))
            .Set("moderated", Flag(aux.At("moderated")))
            .Set("isUploaded", asset.At("fileSource").Text()?.Contains("SELF_UPLOAD", StringComparison.OrdinalIgnoreCase) == true ? true : null);
        return post.Done();
    }

    // A key is the way in the bucket; its parts may hold what an address must not.
    private static string? Address(JsonElement key) => key.Text() switch
    {
        null or "" => null,
        var address when address.Contains("://", StringComparison.Ordinal) || address.StartsWith("//", StringComparison.Ordinal) => address,
        var way => "https://assets.grok.com/" + string.Join('/', way.TrimStart('/').Split('/').Select(Escape)),
    };

    private static string Escape(string part) => Uri.EscapeDataString(string.Concat(part.EnumerateRunes()));

    private static bool? Flag(JsonElement value) => value.IsTrue() ? true
        : value.ValueKind == JsonValueKind.False || string.Equals(value.Text(), "false", StringComparison.OrdinalIgnoreCase) ? false : null;
}
