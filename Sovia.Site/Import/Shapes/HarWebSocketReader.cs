using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Metadata;

namespace Sovia.Import.Shapes;

/// <summary>Reads the web socket messages in which Grok sends images during their generation. Only finished ones count.</summary>
internal static class HarWebSocketReader
{
    /// <summary>Returns the posts, and the images that were sent with them.</summary>
    public static IEnumerable<JsonItem> Read(JsonItem item, HarEntry entry, ReadContext context)
    {
        if (!entry.IsGrokSite) yield break;
        var index = -1;
        foreach (var message in item.Element.GetPath("_webSocketMessages").EnumerateItems())
        {
            index++;
            if (message.GetPath("type").GetStringOrNull() != "receive" || ParseImageFrame(message) is not { } frame
                || !Guid.TryParse(frame.GetPath("id").GetStringOrNull(), out var id)) continue;
            var path = $"{item.Path}._webSocketMessages[{index}]";
            yield return new(path, BuildPost(frame, id)) { ObservedAt = SourceTime.Read(message.GetPath("time")) ?? entry.StartedAt };
            if (DecodeImage(frame, id) is { } image) yield return new(path, default) { Media = image };
        }
    }

    // Parts of an unfinished image have ids such as {id}-part-0, which are not GUIDs.
    private static JsonElement? ParseImageFrame(JsonElement message)
    {
        var frame = message.GetPath("data").ParseNestedJson();
        var progress = frame.GetPath("percentage_complete").GetDoubleOrNull();
        return frame.GetPath("type").GetStringOrNull() == "image"
            && (progress >= 100 || (progress is null && frame.GetPath("url").ValueKind == JsonValueKind.String)) ? frame : null;
    }

    private static JsonElement BuildPost(JsonElement frame, Guid id)
    {
        using var post = new NormalisedJsonBuilder();
        return post.Set("id", id.ToString()).Set("mediaType", "image").Set("mediaUrl", frame.GetPath("url"))
            .Set("prompt", frame.GetPath("prompt")).Set("fullPrompt", frame.GetPath("full_prompt"))
            .Set("modelName", frame.GetPath("model_name")).Set("rRated", frame.GetPath("r_rated")).Build();
    }

    private static ExtractedMedia? DecodeImage(JsonElement frame, Guid id)
    {
        if (frame.GetPath("blob").GetStringOrNull() is not { } blob || LenientBase64.Decode(blob) is not (var bytes, false)) return null;
        var type = MediaType.Detect(bytes.AsSpan(0, Math.Min(bytes.Length, MediaType.HeaderLength)));
        return type == MediaType.Unknown ? null : new($"{id}{type.Extension}", new MemoryStream(bytes));
    }
}
