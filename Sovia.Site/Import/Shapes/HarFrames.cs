using System.Text.Json;
using Sovia.Import.Json;
using Sovia.MediaFiles;

namespace Sovia.Import.Shapes;

/// <summary>The frames of a recorded web socket in which the site shows pictures while they are made. Only finished ones count.</summary>
internal static class HarFrames
{
    /// <summary>Posts, and the pictures that were sent with them.</summary>
    public static IEnumerable<JsonItem> In(JsonItem item, HarEntry entry, ReadScope scope)
    {
        if (!entry.IsOfTheSite) yield break;
        var index = -1;
        foreach (var message in item.Element.At("_webSocketMessages").List())
        {
            index++;
            if (message.At("type").Text() != "receive" || Frame(message) is not { } frame || !Guid.TryParse(frame.At("id").Text(), out var id)) continue;
            var path = $"{item.Path}._webSocketMessages[{index}]";
            yield return new(path, Post(frame, id)) { ObservedAt = SourceTime.Read(message.At("time")) ?? entry.StartedAt };
            if (Picture(frame, id) is { } picture) yield return new(path, default) { Media = picture };
        }
    }

    // Parts of a picture that is still being made bear names of their own.
    private static JsonElement? Frame(JsonElement message)
    {
        var frame = message.At("data").Inner();
        var progress = frame.At("percentage_complete").Number();
        return frame.At("type").Text() == "image" && (progress >= 100 || (progress is null && frame.At("url").ValueKind == JsonValueKind.String)) ? frame : null;
    }

    private static JsonElement Post(JsonElement frame, Guid id)
    {
        using var post = new Restatement();
        return post.Set("id", id.ToString()).Set("mediaType", "image").Set("mediaUrl", frame.At("url")).Set("prompt", frame.At("prompt")).Set("fullPrompt", frame.At("full_prompt"))
            .Set("modelName", frame.At("model_name")).Set("rRated", frame.At("r_rated")).Done();
    }

    private static FoundMedia? Picture(JsonElement frame, Guid id)
    {
        if (frame.At("blob").Text() is not { } blob || Base64Text.Read(blob) is not (var bytes, false)) return null;
        var type = MediaType.Of(bytes.AsSpan(0, Math.Min(bytes.Length, MediaType.HeadLength)));
        return type == MediaType.Unknown ? null : new($"{id}{type.Extension}", new MemoryStream(bytes));
    }
}
