using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Sovia.Import;

namespace Sovia.Tests.Import.Shapes;

/// <summary>Recorders keep contents in many ways, and what they say of the way need not be so.</summary>
public sealed class HarBodyTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string B = "bbbbbbbb-0000-4000-8000-000000000002";
    private const string List = "https://grok.com/rest/media/post/list";
    private const string Page =
        $$"""{"posts":[{"id":"{{A}}","prompt":"ein Reiher – 鷺"},{"id":"{{B}}","prompt":"a reed"}],"nextCursor":"1"}""";

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes);

    private static byte[] Brotli(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)) brotli.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Deflate(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(bytes);
        return packed.ToArray();
    }

    private static JsonObject Answer(JsonNode? text, string? encoding = "base64", string mime = "application/json", int status = 200,
        string? packed = null)
    {
        var exchange = TestArchives.Exchange(List, "", status: status);
        var content = exchange["response"]!["content"]!.AsObject();
        content["text"] = text;
        content["mimeType"] = mime;
        if (encoding is not null) content["encoding"] = encoding;
        if (packed is not null)
            exchange["response"]!["headers"]!.AsArray().Add(new JsonObject { ["name"] = "Content-Encoding", ["value"] = packed });
        return exchange;
    }

    public static TheoryData<string> Ways => new(All.Keys);

    private static readonly Dictionary<string, Func<JsonObject>> All = new()
    {
        ["plain"] = () => Answer(Page, null),
        ["base64"] = () => Answer(Base64(TestArchives.Bytes(Page))),
        ["flag in capitals"] = () => Answer(Base64(TestArchives.Bytes(Page)), "BASE64"),
        ["flagged, but plain"] = () => Answer(Page),
        ["flagged, but plain behind a guard"] = () => Answer(")]}'\n" + Page),
        ["flagged, but plain behind blanks"] = () => Answer("\n  " + Page),
        ["brotli, without a header"] = () => Answer(Base64(Brotli(TestArchives.Bytes(Page)))),
        ["deflate without the header of zlib"] = () => Answer(Base64(Deflate(TestArchives.Bytes(Page))), packed: "deflate"),
        ["not flagged"] = () => Answer(Base64(TestArchives.Bytes(Page)), null),
        ["another flag"] = () => Answer(Page, "utf-8"),
        ["unpadded"] = () => Answer(Base64(TestArchives.Bytes(Page + " ")).TrimEnd('=')),
        ["of addresses"] = () => Answer(Base64(TestArchives.Bytes(Page)).Replace('+', '-').Replace('/', '_').TrimEnd('=')),
        ["in lines"] = () => Answer(string.Join("\r\n", Base64(TestArchives.Bytes(Page)).Chunk(76).Select(line => new string(line)))),
        ["a data URL"] = () => Answer("data:application/json;charset=utf-8;base64," + Base64(TestArchives.Bytes(Page))),
        ["gzip"] = () => Answer(Base64(TestArchives.Gzip(TestArchives.Bytes(Page)))),
        ["gzip, not flagged"] = () => Answer(Base64(TestArchives.Gzip(TestArchives.Bytes(Page))), null, packed: "gzip"),
        ["gzip, byte for character"] = () => Answer(Encoding.Latin1.GetString(TestArchives.Gzip(TestArchives.Bytes(Page))), null),
        ["brotli"] = () => Answer(Base64(Brotli(TestArchives.Bytes(Page))), packed: "br"),
        ["a header that is not so any more"] = () => Answer(Page, null, packed: "br"),
        ["UTF-16"] = () => Answer(Base64([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Page)]), mime: "application/json; charset=utf-16"),
        ["marked UTF-8"] = () => Answer(Base64([0xEF, 0xBB, 0xBF, .. TestArchives.Bytes(Page)])),
        ["json in json"] = () => Answer(JsonNode.Parse(Page)),
        ["not modified"] = () => Answer(Page, null, status: 304),
        ["created"] = () => Answer(Page, null, status: 201),
    };

    [Theory, MemberData(nameof(Ways))]
    public void the_posts_are_the_same_whichever_way_they_were_kept(string bodyEncoding)
    {
        var result = SourceItems.Read(TestArchives.Har(All[bodyEncoding]()));
        Assert.Equal([(A, "ein Reiher – 鷺"), (B, "a reed")], result.Posts.Select(post => (post.Id.ToString(), post.Prompt!)));
        Assert.DoesNotContain(result.Issues, issue => issue.Rejected);
    }

    [Fact]
    public void the_character_set_that_an_answer_names_is_believed() =>
        Assert.Equal("ein Häher",
            SourceItems.Read(
                TestArchives.Har(Answer(Base64(Encoding.Latin1.GetBytes($$"""{"posts":[{"id":"{{A}}","prompt":"ein Häher"}]}""")),
                    mime: "application/json; charset=\"windows-1252\""))).Post.Prompt);

    [Fact]
    public void posts_before_a_truncation_are_read_and_the_truncation_is_reported() =>
        Gen.Select(Gen.Int[0, 400], Gen.OneOf("base64", "addresses", "gzip"), Gen.Bool).Sample((cut, way, hasRest) =>
        {
            var bytes = TestArchives.Bytes("{\"posts\":["
                + string.Join(',', Enumerable.Range(0, 40).Select(i => $$"""{"id":"{{Guid.NewGuid()}}","prompt":"post {{i}}"}""")) + "]}");
            var text = Base64(way == "gzip" ? TestArchives.Gzip(bytes) : bytes);
            if (way == "addresses") text = text.Replace('+', '-').Replace('/', '_');
            var result = SourceItems.Read(TestArchives.Har(Answer(text[..^(cut + 8)] + (hasRest ? "\u0000…" : ""))));
            // Of packed content the last bytes are a check sum: without them nothing is missing.
            return (result.Codes.Contains(IssueCode.Truncated) || (way == "gzip" && result.Incoming.Count == 40))
                && result.Incoming.Count is > 5 and <= 40 && !result.Codes.Contains(IssueCode.HarNoBody);
        }, iter: 200);

    [Theory]
    [InlineData(204)]
    [InlineData(302)]
    [InlineData(500)]
    public void a_response_without_content_is_ignored(int status) =>
    Assert.Empty(SourceItems.Read(TestArchives.Har(Answer(Page, null, status: status))).Incoming);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void an_answer_from_the_browsers_store_without_its_content_is_noted(string? text) =>
    Assert.Contains(IssueCode.HarNoBody, SourceItems.Read(TestArchives.Har(Answer(text, null, status: 304))).Codes);

    [Fact]
    public void a_picture_that_is_cut_off_is_noted_and_left_out()
    {
        var exchange = TestArchives.Exchange($"https://assets.grok.com/users/{B}/generated/{A}/image.jpg", Base64(TestArchives.Jpeg)[..^7],
            isBase64: true);
        var result = SourceItems.Read(TestArchives.Har(exchange));
        Assert.Empty(result.Media);
        Assert.Contains(result.Issues, issue => issue is { Code: IssueCode.Truncated, Rejected: true });
    }

    [Fact]
    public void a_page_that_unpacks_without_end_does_not_fill_the_memory()
    {
        var blank = new byte[64 << 20];
        blank.AsSpan().Fill((byte)' ');
        Assert.Contains(IssueCode.Truncated, SourceItems.Read(TestArchives.Har(Answer(Base64(TestArchives.Gzip(blank)))),
            new() { ItemBytes = 1 << 20 }).Codes);
    }

    [Theory]
    [InlineData("media_post_source_liked", true)]
    [InlineData("Media_Post_Source_Liked", true)]
    public void the_kind_of_list_is_known_in_any_case(string source, bool liked) =>
        Assert.Equal(liked,
            SourceItems.Read(
                TestArchives.Har(TestArchives.Exchange(List, $$"""{"posts":[{"id":"{{A}}"}]}""", $$"""{"filter":{"source":"{{source}}"} }"""))).Post.Liked);
}
