using System.Text.Json;
using CsCheck;
using Sovia.Import;

namespace Sovia.Tests.Import.Json;

/// <summary>Twenty thousand damaged files: none brings the reading down, and what comes out of one is whole.</summary>
public sealed class MutationTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string B = "bbbbbbbb-0000-4000-8000-000000000002";
    private const string Rich =
        $$"""{"id":"{{A}}","createTime":"2026-01-02T03:04:05.678901Z","prompt":"a \ud83d\ude00 \u0000","mediaType":"MEDIA_POST_TYPE_IMAGE","mediaUrl":"https://assets.grok.com/users/{{B}}/{{A}}/content","audioUrls":["https://assets.grok.com/x"],"resolution":{"width":1,"height":2},"userInteractionStatus":{"likeStatus":true},"childPosts":[{"id":"{{B}}","originalPostId":"{{A}}"}],"\udc00":1.5e3,"inputMediaItems":[{"id":"{{B}}"}]}""";

    internal static readonly byte[][] Fixtures =
    [
        TestArchives.Bytes($"[{Rich},{Rich}]"),
        TestArchives.Bytes($$"""{"result":{"posts":[{{Rich}}]},"nextCursor":"1"}{"posts":[]}"""),
        TestArchives.Bytes(
            TestArchives.Har(TestArchives.Exchange("https://grok.com/rest/media/post/list", $"{{\"posts\":[{Rich}]}}",
                """{"filter":{"source":"MEDIA_POST_SOURCE_LIKED"}}"""))),
        TestArchives.Bytes(
            $$"""{"assets":[{"assetId":"{{A}}","key":"users/a/b.jpg","mimeType":"image/jpeg","auxKeys":{"parent_post_id":"{{B}}"},"mediaGenInput":{"imageToVideo":{"prompt":"x","inputAssets":["{{B}}"]} } }]}"""),
        TestArchives.Bytes(
            $$"""{"conversations":[{"conversation":{"id":"c"},"responses":[{"response":{"card_attachments_json":["{\"image_chunk\":{\"imageUuid\":\"{{A}}\",\"progress\":100} }"]} }]}],"media_posts":[{"id":"{{A}}","create_time":{"$date":{"$numberLong":"1"} } }]}"""),
        TestArchives.Bytes($"uuid,type,ts,prompt,url\n{A},image,1767323045000,\"a, \"\"b\"\"\",https://assets.grok.com/{A}\n"),
        TestArchives.Bytes($"https://grok.com/imagine/post/{A}\n{B}\n"),
        TestArchives.Bytes($"<html><a href='https://grok.com/imagine/post/{A}'>"),
        TestArchives.Bytes($$"""{"state":{"byId":{"{{A}}":{{Rich}} } } }"""),
        TestArchives.Gzip(TestArchives.Bytes($"[{Rich}]")),
        TestArchives.Zip(("a.json", TestArchives.Bytes($"[{Rich}]")), ("b.jpg", TestArchives.Jpeg)),
        [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes($"[{Rich}]")],
    ];

    internal static readonly HashSet<string> Codes = [.. typeof(IssueCode).GetFields().Select(field => (string)field.GetValue(null)!)];

    internal const string SyntaxCharacters = "{}[]\",:\\/u0d-.eE\n\r\t <>;=";

    // Where, what to do there, and with which byte; the bytes that mean something to a reader come more often.
    private static readonly Gen<(int At, int How, byte With)[]> Damage = Gen.Select(Gen.Int[0, 1 << 20], Gen.Int[0, 3],
        Gen.OneOf(Gen.Byte, Gen.Int[0, SyntaxCharacters.Length - 1].Select(i => (byte)SyntaxCharacters[i]))).Array[1, 6];

    [Fact]
    public void no_damage_brings_the_reading_down_or_lets_half_a_post_through() =>
        Gen.Select(Gen.Int[0, Fixtures.Length - 1].Select(i => Fixtures[i]), Damage).Sample((fixture, damage) =>
        {
            var result = SourceItems.Read(damage.Aggregate(fixture, Apply));
            return result.Issues.All(issue => Codes.Contains(issue.Code) && issue.Path.Length > 0)
                && result.Posts.All(post => post.Id != Guid.Empty && IsWhole(post.Raw[0]))
                && (result.Items.Count > 0 || result.Media.Count > 0);
        }, iter: 20_000);

    internal static byte[] Apply(byte[] bytes, (int At, int How, byte With) damage)
    {
        var at = bytes.Length == 0 ? 0 : damage.At % bytes.Length;
        return damage.How switch
        {
            0 when bytes.Length > 0 => [.. bytes[..at], damage.With, .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], damage.With, .. bytes[at..]],
            2 => bytes[..at],
            // A stretch twice, which is how brackets lose their partners.
            _ => [.. bytes[..at], .. bytes[(at / 2)..]],
        };
    }

    private static bool IsWhole(string raw)
    {
        using var json = JsonDocument.Parse(raw, new() { MaxDepth = 1000 });
        return json.RootElement.ValueKind == JsonValueKind.Object;
    }
}
