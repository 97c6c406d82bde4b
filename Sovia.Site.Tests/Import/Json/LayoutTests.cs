using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sovia.Tests.Import.Json;

/// <summary>The same posts in every wrapping and order of wrappings are the same posts.</summary>
public sealed class LayoutTests
{
    private const int Families = 12;
    private const int Seed = 5;

    private static readonly string Array = SyntheticExport.Json(Families, Seed);

    private static readonly JsonArray[] Pages = [.. JsonNode.Parse(Array)!.AsArray().Chunk(5)
        .Select(page => new JsonArray([.. page.Select(post => post!.DeepClone())]))];

    public static TheoryData<string> Layouts => new(All.Keys);

    private static readonly Dictionary<string, Func<byte[]>> All = new()
    {
        ["pages"] = () => TestArchives.Bytes(SyntheticExport.Pages(Families, Seed)),
        ["lines of lists"] = () => TestArchives.Bytes(SyntheticExport.Lines(Families, Seed)),
        ["a post a line"] = () =>
            TestArchives.Bytes(string.Join('\n', Pages.SelectMany(page => page).Select(post => post!.ToJsonString()))),
        ["glued with commas"] = () => TestArchives.Bytes(string.Join(",", Pages.Select(Page))),
        ["glued with nothing"] = () => TestArchives.Bytes(string.Concat(Pages.Select(Page))),
        ["a text sequence"] = () => TestArchives.Bytes(string.Concat(Pages.Select(page => "\u001e" + Page(page) + "\n"))),
        ["a list of pages"] = () => TestArchives.Bytes($"[{string.Join(',', Pages.Select(Page))}]"),
        ["pages in pages"] = () => TestArchives.Bytes("{\"pages\":["
            + string.Join(',', Pages.Select(page => "{\"result\":{\"data\":" + Page(page) + "}}")) + "]}"),
        ["mediaPosts"] = () => TestArchives.Bytes($$"""{"mediaPosts":{{Array}}}"""),
        ["items"] = () => TestArchives.Bytes("{\"data\":{\"items\":" + Array + "}}"),
        ["guarded"] = () => TestArchives.Bytes(")]}'\n" + Array),
        ["a script"] = () => TestArchives.Bytes("const posts = " + Array + ";\n"),
        ["marked UTF-8"] = () => [0xEF, 0xBB, 0xBF, .. TestArchives.Bytes(Array)],
        ["UTF-16"] = () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Array)],
        ["UTF-16, the other end first"] = () => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Array)],
        ["UTF-16 without a mark"] = () => Encoding.Unicode.GetBytes(Array),
        ["gzip"] = () => TestArchives.Gzip(TestArchives.Bytes(Array)),
        ["gzip twice"] = () => TestArchives.Gzip(TestArchives.Gzip(TestArchives.Bytes(Array))),
        ["zip"] = () => TestArchives.Zip("anything", Array),
        ["zip of pages"] = () => TestArchives.Zip([.. Pages.Select((page, i) => ($"page {i}", TestArchives.Bytes(Page(page))))]),
        ["zip in a zip"] = () => TestArchives.Zip(("inner.zip", TestArchives.Zip("json", Array))),
        ["gzip in a zip"] = () => TestArchives.Zip(("x.gz", TestArchives.Gzip(TestArchives.Bytes(Array)))),
        ["recording"] = () =>
        TestArchives.Bytes(
            TestArchives.Har(
                [.. Pages.Select(page => TestArchives.Exchange("https://grok.com/rest/media/post/list", Page(page),
                    """{"filter":{"source":"MEDIA_POST_SOURCE_LIKED"}}"""))])),
        ["recording in base64"] = () =>
        TestArchives.Bytes(
            TestArchives.Har(
                [.. Pages.Select(page => TestArchives.Exchange("https://grok.com/rest/media/post/list",
                    Convert.ToBase64String(TestArchives.Bytes(Page(page))), isBase64: true))])),
        ["store"] = () =>
        TestArchives.Bytes(
            new JsonObject
            {
                ["state"] =
                new JsonObject
                {
                    ["byId"] = new JsonObject(Pages.SelectMany(page => page)
                    .Select(post => KeyValuePair.Create(post!["id"]!.ToString(), (JsonNode?)post.DeepClone())))
                }
            }.ToJsonString()),
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void the_same_posts_in_any_wrapping_are_the_same_posts(string layout)
    {
        var bytes = All[layout]();
        var expected = Facts(SourceItems.Read(Array));
        var result = SourceItems.Read(bytes);
        Assert.Equal(expected, Facts(result));
        Assert.Equal(expected, Facts(SourceItems.Read(bytes, canSeek: false)));
        Assert.DoesNotContain(result.Issues, issue => issue.Rejected);
        Assert.Equal(SyntheticExport.Posts(Families, Seed), expected.Count);
    }

    private static string Page(JsonArray page) =>
        new JsonObject { ["posts"] = page.DeepClone(), ["nextCursor"] = "1759867502000" }.ToJsonString();

    // When a source was taken is its own to say: a recording knows it, a bare list does not.
    private static List<string> Facts(SourceItems result) =>
        [.. result.Posts
            .Select(post => JsonSerializer.Serialize(post with
            {
                SourceRecords = [.. post.SourceRecords.Select(record => record with { SeenAt = null, ListedAsLiked = false })],
            }))];
}
