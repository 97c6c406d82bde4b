using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sovia.Demo.Art;

namespace Sovia.Demo;

/// <summary>Writes scenes the way Grok exports families.</summary>
/// <param name="newest">When the newest of them is to have been made.</param>
internal sealed class DemoExport(DateTimeOffset newest)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A scene as a post of the list.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="place">Its place in the demo, 0 for the newest.</param>
    /// <param name="withClips">Whether its clips are enclosed.</param>
    public byte[] Json(Scene scene, int place, bool withClips)
    {
        var dice = new Dice(DemoIds.NumberOf(scene.Name));
        var at = newest.AddDays(-place * 2.9).AddMinutes(-dice.Int(0, 2400)).AddMilliseconds(dice.Int(0, 59_999));
        var still = Post(scene.Id, at, scene.Words, "IMAGE", DemoFolder.StillUrl(scene.Id), "image/jpeg", scene.Shape);
        if (dice.Pick("imagine_h_1", "imagine_h_1", "imagine_x_1", "imagine-image-gen", null) is { } model) still["modelName"] = model;
        if (dice.Pick(true, true, false, (bool?)null) is { } liked) still["userInteractionStatus"] = new JsonObject { ["likeStatus"] = liked };
        still["thumbnailImageUrl"] = $"https://imagine-public.x.ai/cdn-cgi/image/width=500,fit=scale-down,format=auto/imagine-public/images/{scene.Id}.jpg";
        var clips = still["childPosts"]!.AsArray();
        // Newest first, as the source has it.
        foreach (var clip in withClips ? scene.Clips : []) clips.Insert(0, Clip(scene, clip, at = at.AddMinutes(dice.Int(2, 900)), dice));
        return JsonSerializer.SerializeToUtf8Bytes(still, Readable);
    }

    private static JsonObject Clip(Scene scene, Clip clip, DateTimeOffset at, Dice dice)
    {
        var id = scene.IdOf(clip);
        var json = Post(id, at, clip.Caption, "VIDEO", DemoFolder.ClipUrl(id), "video/mp4", scene.Shape.OfClip);
        json["originalPostId"] = $"{scene.Id}";
        json["originalPrompt"] = clip.Words ?? "";
        json["mode"] = clip.Words is not null ? "custom" : clip.Caption is null && dice.Chance(0.5) ? "extremely-crazy" : "normal";
        json["modelName"] = dice.Pick("imagine_xdit_1", "imagine_xdit_1", "imagine_w_1", "imagine-video-gen");
        json["videoDuration"] = FilmClip.Seconds;
        return json;
    }

    private static JsonObject Post(Guid id, DateTimeOffset at, string? words, string kind, string url, string mime, Shape shape) => new()
    {
        ["id"] = $"{id}",
        ["userId"] = $"{DemoIds.Owner}",
        ["createTime"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ["prompt"] = words ?? "",
        ["mediaType"] = $"MEDIA_POST_TYPE_{kind}",
        ["mediaUrl"] = url,
        ["mimeType"] = mime,
        ["resolution"] = new JsonObject { ["width"] = shape.Width, ["height"] = shape.Height },
        ["audioUrls"] = new JsonArray(),
        ["childPosts"] = new JsonArray(),
    };
}
