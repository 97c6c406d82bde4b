using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;
using Sovia.Library.Urls;

namespace Sovia.Import.Shapes;

/// <summary>
/// The streamed responses of Grok's chat during a generation: one value for each step, of which only the finished ones count.
/// </summary>
internal sealed class ChatStreamReader : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.List;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline outline) =>
        outline.HasAny("result.response", "result.conversation", "result.title", "responses[].responseId", "responses[].sender");

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) => pathPattern switch
    {
        "" or "result" or "responses" => JsonValueAction.Enter,
        "result.response" or "responses[]" => JsonValueAction.ReadItem,
        _ => JsonValueAction.Skip,
    };

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context)
    {
        var response = item.Element;
        var reply = response.GetPath("modelResponse") is { ValueKind: JsonValueKind.Object } model ? model : response;
        return [.. ReadVideo(response.GetPath("streamingVideoGenerationResponse"), item.Path),
            .. ReadImage(response.GetPath("streamingImageGenerationResponse"), item.Path),
            .. ChatImageReader.Read(reply, item.Path, reply.GetPath("conversationId"), reply.GetFirst("createTime", "create_time"),
                context)];
    }

    private static IEnumerable<JsonItem> ReadVideo(JsonElement video, string path)
    {
        if (video.GetPath("progress").GetDoubleOrNull() != 100) yield break;
        using var post = new NormalisedJsonBuilder();
        yield return new(path, post.Set("id", video.GetFirst("videoPostId", "videoId")).Set("mediaType", "video")
            .Set("mediaUrl", video.GetPath("videoUrl"))
            .Set("thumbnailImageUrl", video.GetPath("thumbnailImageUrl")).Set("originalPrompt", video.GetPath("videoPrompt"))
            .Set("mode", video.GetPath("mode")).Set("modelName", video.GetPath("modelName"))
            .Set("resolutionName", video.GetPath("resolutionName")).Set("moderated", video.GetPath("moderated"))
            .Set("rRated", video.GetPath("rRated"))
            .Set("originalPostId", video.GetPath("parentPostId").GetStringOrNull()
                ?? GrokUrl.ParsePostId(video.GetPath("imageReference").GetStringOrNull())?.ToString()).Build());
    }

    private static IEnumerable<JsonItem> ReadImage(JsonElement image, string path)
    {
        if (image.GetPath("progress").GetDoubleOrNull() != 100) yield break;
        using var post = new NormalisedJsonBuilder();
        yield return new(path, post.Set("id", image.GetFirst("imageUuid", "imageId")).Set("mediaType", "image")
            .Set("mediaUrl", image.GetPath("imageUrl"))
            .Set("modelName", image.GetPath("imageModel")).Set("moderated", image.GetPath("moderated")).Build());
    }
}
