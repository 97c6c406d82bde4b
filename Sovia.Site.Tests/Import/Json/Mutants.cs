using System.Text;
using System.Text.Json.Nodes;

namespace Sovia.Tests.Import.Json;

/// <summary>
/// Damaged and hostile files, the same for the same number: bytes gone wrong, and values that are well formed and beyond all measure.
/// </summary>
internal static class Mutants
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001", B = "bbbbbbbb-0000-4000-8000-000000000002";

    // All that a post can state, so that each of it is damaged now and then.
    private const string Whole = $$"""
        {"id":"{{A}}","createTime":"2026-01-02T03:04:05.678901Z","prompt":"a heron","originalPrompt":"a grey heron --mode=custom","title":"t","modelName":"imagine_h_1","mode":"custom",
        "mediaType":"MEDIA_POST_TYPE_IMAGE","mimeType":"image/jpeg","mediaUrl":"https://assets.grok.com/users/{{B}}/{{A}}/content","thumbnailImageUrl":"https://assets.grok.com/x.jpg",
        "hdMediaUrl":"https://assets.grok.com/hd.mp4","audioUrls":["https://assets.grok.com/x"],"resolution":{"width":464,"height":688},"resolutionName":"720p","videoDuration":6,
        "originalRefType":"VIDEO_EXTENSION","videoExtensionStartTime":1.5,"userId":"{{B}}","conversationId":"c","userInteractionStatus":{"likeStatus":true},"moderated":false,"rRated":"true",
        "inputMediaItems":[{"id":"{{B}}"}],"childPosts":[{"id":"{{B}}","originalPostId":"{{A}}","prompt":"it flies","modelName":"v2","mode":"normal"}],"originalPost":{"id":"{{B}}"} }
        """;

    /// <summary>The file of a number.</summary>
    public static byte[] Create(int number)
    {
        var random = new Random(number * 7919);
        var bytes = random.Next(3) == 0 ? Damaged(random) : Hostile(random);
        return random.Next(12) switch
        {
            0 => TestArchives.Gzip(bytes),
            1 => TestArchives.Zip(("a.json", bytes), (Name(random) + ".jpg", [.. TestArchives.Jpeg, .. BitConverter.GetBytes(number)])),
            2 => TestArchives.Bytes(
                TestArchives.Har(TestArchives.Exchange("https://grok.com/rest/media/post/list", Encoding.UTF8.GetString(bytes)))),
            _ => bytes,
        };
    }

    private static byte[] Damaged(Random random)
    {
        var bytes = MutationTests.Fixtures[random.Next(MutationTests.Fixtures.Length)];
        for (var times = random.Next(1, 7); times > 0; times--)
        {
            var with = random.Next(2) == 0 ? (byte)random.Next(256)
                : (byte)MutationTests.SyntaxCharacters[random.Next(MutationTests.SyntaxCharacters.Length)];
            bytes = MutationTests.Apply(bytes, (random.Next(1 << 20), random.Next(4), with));
        }
        return bytes;
    }

    private static byte[] Hostile(Random random)
    {
        var post = JsonNode.Parse(Whole)!;
        for (var times = random.Next(1, 4); times > 0; times--) Spoil(post, random);
        var json = Escaped(post.ToJsonString());
        // Most are posts of their own: one that all of them speak of would grow without end.
        if (random.Next(8) > 0)
            json = json.Replace(A, Guid(random), StringComparison.OrdinalIgnoreCase)
                .Replace(B, Guid(random), StringComparison.OrdinalIgnoreCase);
        return TestArchives.Bytes(random.Next(4) switch
        {
            0 => $"{{\"byId\":{{{Escaped(JsonValue.Create(Name(random)).ToJsonString())}:{json}}}}}",
            1 => $$"""{"posts":[{{json}},{{json}}],"nextCursor":"1"}""",
            _ => $"[{json}]",
        });
    }

    // What no writer writes: a NUL in a name, half a pair, a number without end. They stand for themselves until here.
    private static string Escaped(string json) => json.Replace("@nul@", "\\u0000", StringComparison.Ordinal)
        .Replace("@half@", "\\ud83d", StringComparison.Ordinal).Replace("\"@big@\"", "1e999", StringComparison.Ordinal);

    private static void Spoil(JsonNode node, Random random)
    {
        while (true)
        {
            if (node is JsonArray list && list.Count > 0)
            {
                var at = random.Next(list.Count);
                if (list[at] is JsonObject or JsonArray && random.Next(5) > 0) node = list[at]!;
                else { list[at] = Value(random); return; }
            }
            else if (node is JsonObject map && map.Count > 0)
            {
                var (name, value) = map.ElementAt(random.Next(map.Count));
                if (value is JsonObject or JsonArray && random.Next(5) > 0) { node = value; continue; }
                if (random.Next(6) == 0) map[Name(random)] = Value(random);
                else map[name] = Value(random);
                return;
            }
            else return;
        }
    }

    private static string Name(Random random) =>
        random.Next(4) switch { 0 => "@nul@", 1 => "a@nul@b@half@", 2 => Noise(random, 3_000), _ => "../" + Noise(random, 300) };

    private static JsonNode? Value(Random random) => random.Next(20) switch
    {
        0 => null,
        1 => Noise(random, 6_000),
        2 => Noise(random, 250),
        3 => "a@nul@b",
        4 => "@half@",
        5 => JsonValue.Create("@big@"),
        6 => long.MaxValue,
        7 => -1e300,
        8 => "0000-01-01T00:00:00Z",
        9 => "294276-12-31T23:59:59Z",
        10 => "0001-01-01T00:00:00.0000001Z",
        11 => "infinity",
        12 => new JsonArray(Enumerable.Range(0, random.Next(1_500)).Select(i => (JsonNode?)$"https://assets.grok.com/{i}").ToArray()),
        13 => "https://assets.grok.com/" + Noise(random, 9_000),
        14 => string.Concat(Enumerable.Repeat("猫🐉é ", random.Next(1, 2_000))),
        15 => new JsonObject { [Name(random)] = Noise(random, 40) },
        16 => Guid(random),
        17 => A,
        18 => new string(' ', 3) + "\u202E\uFEFF\u2028",
        _ => true,
    };

    private static string Noise(Random random, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(1, most)).Select(_ => (char)random.Next('!', 0x2FF)));

    private static string Guid(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }
}
