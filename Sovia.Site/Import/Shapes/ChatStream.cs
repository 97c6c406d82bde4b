using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;
using Sovia.Library.Addresses;

namespace Sovia.Import.Shapes;

/// <summary>The answers of the maker's chat while something is made: one value for each step, of which only the finished ones count.</summary>
internal sealed class ChatStream : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.List;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => head.Has("result.response", "result.conversation", "result.title", "responses[].responseId", "responses[].sender");

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) => place switch
    {
        "" or "result" or "responses" => JsonStep.Enter,
        "result.response" or "responses[]" => JsonStep.Take,
        _ => JsonStep.Skip,
    };

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope)
    {
        var answer = item.Element;
        var whole = answer.At("modelResponse") is { ValueKind: JsonValueKind.Object } model ? model : answer;
        return [.. Clip(answer.At("streamingVideoGenerationResponse"), item.Path), .. Still(answer.At("streamingImageGenerationResponse"), item.Path),
            .. ImageCard.In(whole, item.Path, whole.At("conversationId"), whole.Any("createTime", "create_time"), scope)];
    }

    private static IEnumerable<JsonItem> Clip(JsonElement clip, string path)
    {
        if (clip.At("progress").Number() != 100) yield break;
        using var post = new Restatement();
        yield return new(path, post.Set("id", clip.Any("videoPostId", "videoId")).Set("mediaType", "video").Set("mediaUrl", clip.At("videoUrl"))
            .Set("thumbnailImageUrl", clip.At("thumbnailImageUrl")).Set("originalPrompt", clip.At("videoPrompt")).Set("mode", clip.At("mode")).Set("modelName", clip.At("modelName"))
            .Set("resolutionName", clip.At("resolutionName")).Set("moderated", clip.At("moderated")).Set("rRated", clip.At("rRated"))
            .Set("originalPostId", clip.At("parentPostId").Text() ?? PostAddress.IdOf(clip.At("imageReference").Text())?.ToString()).Done());
    }

    private static IEnumerable<JsonItem> Still(JsonElement still, string path)
    {
        if (still.At("progress").Number() != 100) yield break;
        using var post = new Restatement();
        yield return new(path, post.Set("id", still.Any("imageUuid", "imageId")).Set("mediaType", "image").Set("mediaUrl", still.At("imageUrl"))
            .Set("modelName", still.At("imageModel")).Set("moderated", still.At("moderated")).Done());
    }
}
