using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sovia.Demo.Art;

namespace Sovia.Demo;

/// <summary>Writes scenes in Grok's export format for families.</summary>
/// <param name="newest">The creation time of the newest scene.</param>
internal sealed class DemoExport(DateTimeOffset newest)
{
    private static readonly JsonSerializerOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Serializes a scene as a post of the list.</summary>
    /// <param name="demoScene">The scene.</param>
    /// <param name="place">The scene's position in the demo, 0 for the newest.</param>
    /// <param name="withClips">Whether to include the scene's videos.</param>
    public byte[] SerializeScene(DemoScene demoScene, int place, bool withClips)
    {
        var seededRandom = new SeededRandom(DemoIds.CreateSeed(demoScene.Name));
        var time = newest.AddDays(-place * 2.9).AddMinutes(-seededRandom.NextInt(0, 2400)).AddMilliseconds(seededRandom.NextInt(0, 59_999));
        var post = CreatePost(demoScene.Id, time, demoScene.Prompt, "IMAGE", DemoUrls.GetImageUrl(demoScene.Id), "image/jpeg", demoScene.Shape);
        if (seededRandom.Pick("imagine_h_1", "imagine_h_1", "imagine_x_1", "imagine-image-gen", null) is { } model)
            post["modelName"] = model;
        if (seededRandom.Pick(true, true, false, (bool?)null) is { } liked)
            post["userInteractionStatus"] = new JsonObject { ["likeStatus"] = liked };
        post["thumbnailImageUrl"] =
            $"https://imagine-public.x.ai/cdn-cgi/image/width=500,fit=scale-down,format=auto/imagine-public/images/{demoScene.Id}.jpg";
        var children = post["childPosts"]!.AsArray();
        // Newest first, as in real exports.
        foreach (var demoVideo in withClips ? demoScene.Videos : [])
            children.Insert(0, CreateClip(demoScene, demoVideo, time = time.AddMinutes(seededRandom.NextInt(2, 900)), seededRandom));
        return JsonSerializer.SerializeToUtf8Bytes(post, JsonOptions);
    }

    private static JsonObject CreateClip(DemoScene demoScene, DemoVideo demoVideo, DateTimeOffset time, SeededRandom seededRandom)
    {
        var id = demoScene.GetVideoId(demoVideo);
        var post = CreatePost(id, time, demoVideo.Caption, "VIDEO", DemoUrls.GetVideoUrl(id), "video/mp4", demoScene.Shape.VideoSize);
        post["originalPostId"] = $"{demoScene.Id}";
        post["originalPrompt"] = demoVideo.Prompt ?? "";
        post["mode"] = demoVideo.Prompt is not null ? "custom" : demoVideo.Caption is null && seededRandom.NextBool(0.5) ? "extremely-crazy"
            : "normal";
        post["modelName"] = seededRandom.Pick("imagine_xdit_1", "imagine_xdit_1", "imagine_w_1", "imagine-video-gen");
        post["videoDuration"] = DemoVideo.DurationSeconds;
        return post;
    }

    private static JsonObject CreatePost(Guid id, DateTimeOffset time, string? prompt, string kind, string url, string mime,
        PictureSize pictureSize) => new()
        {
            ["id"] = $"{id}",
            ["userId"] = $"{DemoIds.Owner}",
            ["createTime"] = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["prompt"] = prompt ?? "",
            ["mediaType"] = $"MEDIA_POST_TYPE_{kind}",
            ["mediaUrl"] = url,
            ["mimeType"] = mime,
            ["resolution"] = new JsonObject { ["width"] = pictureSize.Width, ["height"] = pictureSize.Height },
            ["audioUrls"] = new JsonArray(),
            ["childPosts"] = new JsonArray(),
        };
}
