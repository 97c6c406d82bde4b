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
    public bool CanRead(JsonOutline head) =>
        head.HasAny("result.response", "result.conversation", "result.title", "responses[].responseId", "responses[].sender");

    /// <inheritdoc/>
    public JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head) => place switch
    {
        "" or "result" or "responses" => JsonValueAction.Enter,
        "result.response" or "responses[]" => JsonValueAction.ReadItem,
        _ => JsonValueAction.Skip,
    };

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext scope)
    {
        var answer = item.Element;
        var whole = answer.GetPath("modelResponse") is { ValueKind: JsonValueKind.Object } model ? model : answer;
        return [.. Clip(answer.GetPath("streamingVideoGenerationResponse"), item.Path),
            .. Still(answer.GetPath("streamingImageGenerationResponse"), item.Path),
            .. ChatImageReader.Read(whole, item.Path, whole.GetPath("conversationId"), whole.GetFirst("createTime", "create_time"), scope)];
    }

    private static IEnumerable<JsonItem> Clip(JsonElement clip, string path)
    {
        if (clip.GetPath("progress").GetDoubleOrNull() != 100) yield break;
        using var post = new NormalisedJsonBuilder();
        yield return new(path, post.Set("id", clip.GetFirst("videoPostId", "videoId")).Set("mediaType", "video")
            .Set("mediaUrl", clip.GetPath("videoUrl"))
            .Set("thumbnailImageUrl", clip.GetPath("thumbnailImageUrl")).Set("originalPrompt", clip.GetPath("videoPrompt"))
            .Set("mode", clip.GetPath("mode")).Set("modelName", clip.GetPath("modelName"))
            .Set("resolutionName", clip.GetPath("resolutionName")).Set("moderated", clip.GetPath("moderated"))
            .Set("rRated", clip.GetPath("rRated"))
            .Set("originalPostId", clip.GetPath("parentPostId").GetStringOrNull()
                ?? GrokUrl.ParsePostId(clip.GetPath("imageReference").GetStringOrNull())?.ToString()).Build());
    }

    private static IEnumerable<JsonItem> Still(JsonElement still, string path)
    {
        if (still.GetPath("progress").GetDoubleOrNull() != 100) yield break;
        using var post = new NormalisedJsonBuilder();
        yield return new(path, post.Set("id", still.GetFirst("imageUuid", "imageId")).Set("mediaType", "image")
            .Set("mediaUrl", still.GetPath("imageUrl"))
            .Set("modelName", still.GetPath("imageModel")).Set("moderated", still.GetPath("moderated")).Build());
    }
}
