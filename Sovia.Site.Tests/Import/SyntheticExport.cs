using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sovia.Tests.Import;

/// <summary>Exports of the real shape with made-up content, in the layouts people hand over.</summary>
internal static class SyntheticExport
{
    /// <summary>A file of twenty families.</summary>
    public static byte[] Twenty => Encoding.UTF8.GetBytes(Json(families: 20, seed: 5));

    /// <summary>A bare array.</summary>
    public static string Json(int families, int seed) => new JsonArray([.. Families(families, seed)]).ToJsonString(Indented);

    /// <summary>API pages, one behind the other.</summary>
    public static string Pages(int families, int seed) => string.Join('\n', Families(families, seed).Chunk(5)
        .Select(page => new JsonObject { ["nextCursor"] = "1", ["posts"] = new JsonArray([.. page]) }.ToJsonString()));

    /// <summary>Each family an array on a line of its own.</summary>
    public static string Lines(int families, int seed) =>
        string.Join('\n', Families(families, seed).Select(family => new JsonArray(family).ToJsonString()));

    /// <summary>How many posts there are in it.</summary>
    public static int Posts(int families, int seed) => Families(families, seed).Sum(family => 1 + family["childPosts"]!.AsArray().Count);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static IEnumerable<JsonObject> Families(int count, int seed)
    {
        var random = new Random(seed);
        string[] words = ["heron", "dawn", "glass", "tide", "مرحبا", "copper", "\"quoted\"", "<b>bold</b>", "${x}", "slow pan", "été"];
        string Prompt(double chance) =>
            random.NextDouble() > chance ? "" : string.Join(' ', Enumerable.Range(0, random.Next(1, 12))
                .Select(_ => words[random.Next(words.Length)]));
        for (var i = 0; i < count; i++)
        {
            var still = Post(random, i, "MEDIA_POST_TYPE_IMAGE", "imagine_h_1", Prompt(0.35));
            still["userInteractionStatus"] = new JsonObject { ["likeStatus"] = true };
            for (var child = random.Next(0, 12); child > 0; child--)
            {
                var clip = Post(random, i * 60 + child, "MEDIA_POST_TYPE_VIDEO", "imagine_w_1", "");
                clip["originalPostId"] = still["id"]!.GetValue<string>();
                clip["mode"] = "custom";
                clip["originalPrompt"] = Prompt(0.9);
                still["childPosts"]!.AsArray().Add(clip);
            }
            yield return still;
        }
    }

    private static JsonObject Post(Random random, int minutes, string type, string model, string prompt)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        var id = new Guid(bytes).ToString();
        return new JsonObject
        {
            ["id"] = id,
            ["createTime"] = new DateTime(2025, 10, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minutes).ToString("O"),
            ["prompt"] = prompt,
            ["mediaType"] = type,
            ["mediaUrl"] = $"https://assets.grok.com/users/{id}/{id}/content",
            ["mimeType"] = type.EndsWith("IMAGE", StringComparison.Ordinal) ? "image/jpeg" : "video/mp4",
            ["modelName"] = model,
            ["audioUrls"] = new JsonArray(),
            ["childPosts"] = new JsonArray(),
            ["unknownField"] = random.Next(100),
        };
    }
}
