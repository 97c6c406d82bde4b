using Sovia.Import;
using Sovia.Library;

namespace Sovia.Tests.Import.Shapes;

public sealed class AssetTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string B = "bbbbbbbb-0000-4000-8000-000000000002";
    private const string C = "cccccccc-0000-4000-8000-000000000003";
    private const string U = "dddddddd-0000-4000-8000-000000000004";

    private static SourceItems Page(params string[] assets) => SourceItems.Read($$"""{"assets":[{{string.Join(',', assets)}}],"nextPageToken":""}""");

    private static string Asset(string more, string mime = "image/jpeg") =>
        $$"""{"assetId":"{{A}}","mimeType":"{{mime}}","name":"image.jpg","key":"users/{{U}}/generated/{{A}}/image 1.jpg","createTime":"2026-02-03T04:05:06.789Z"{{more}}}""";

    [Fact]
    public void an_asset_is_the_post_of_its_id()
    {
        var post =
            Page(Asset(
                $$""","ownerUserId":"{{U}}","previewImageKey":"users/{{U}}/{{A}}/preview_image.jpg","width":832,"height":1248,"rRated":false,"mediaGenInput":{"textToImage":{"prompt":"a heron","modelName":"imagine-image-gen","mode":"quality"} }""")).Post;
        Assert.Equal((A, U, MediaKind.Image, "a heron", "imagine-image-gen", "quality"),
            (post.Id.ToString(), post.OwnerId.ToString(), post.Kind, post.UserPrompt, post.Model, post.Mode));
        Assert.Equal($"https://assets.grok.com/users/{U}/generated/{A}/image%201.jpg", post.MediaUrl);
        Assert.Equal((832, 1248, false, null), (post.Width, post.Height, post.Restricted, post.Liked));
        Assert.Contains("\"key\"", post.Raw[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($$$""","mediaGenInput":{"imageToVideo":{"inputAssets":["{{{B}}}","{{{C}}}"],"parentPostId":"{{{C}}}"} }""")]
    [InlineData($$$""","mediaGenInput":{"imageToVideo":{"inputAssets":[{"assetId":"{{{B}}}"}]} }""")]
    [InlineData(
        $$$""","mediaGenInput":{"imageToVideo":{"inputAssets":[],"hydratedContext":{"parentPostId":"{{{B}}}"},"parentPostId":"{{{C}}}"} }""")]
    [InlineData($$$""","mediaGenInput":{"imageToVideo":{"parentPostId":"{{{B}}}"} },"auxKeys":{"parent_post_id":"{{{C}}}"}""")]
    [InlineData($$$""","auxKeys":{"parent_post_id":"{{{B}}}","duplicated_from_asset_id":"{{{C}}}"}""")]
    [InlineData($$$""","auxKeys":{"duplicated_from_asset_id":"{{{B}}}"}""")]
    public void the_parent_is_sought_where_it_is_surest_first(string more) =>
    Assert.Equal(Guid.Parse(B), Page(Asset(more, "video/mp4")).Post.ParentId);

    [Fact]
    public void inputs_beside_the_first_are_references() =>
        Assert.Equal([Guid.Parse(C)],
            Page(Asset($$$""","mediaGenInput":{"imageToImage":{"inputAssets":["{{{B}}}","{{{C}}}"]} }""")).Post.References);

    [Theory]
    [InlineData(""","mediaGenInput":{"videoExtension":{"prompt":"on"} }""", "ORIGINAL_REF_TYPE_VIDEO_EXTENSION")]
    [InlineData(""","auxKeys":{"is_ext":"true"}""", "ORIGINAL_REF_TYPE_VIDEO_EXTENSION")]
    [InlineData(""","auxKeys":{"is_ext":"false"}""", null)]
    [InlineData(""","mediaGenInput":{"imageToImage":{} }""", "ORIGINAL_REF_TYPE_IMAGE_EDIT")]
    public void how_it_was_made_is_told_as_posts_tell_it(string more, string? derivation) =>
    Assert.Equal(derivation, Page(Asset(more)).Post.Derivation);

    [Fact]
    public void yes_and_no_may_be_written_as_text()
    {
        var post =
            Page(Asset(""","auxKeys":{"moderated":"true","r_rated":"false"},"fileSource":"IMAGINE_SELF_UPLOAD_FILE_SOURCE" """)).Post;
        Assert.Equal((true, false, true), (post.Moderated, post.Restricted, post.Uploaded));
    }

    [Theory]
    [InlineData(""","auxKeys":{"imagine_official_asset":"true"}""", IssueCode.StockAsset)]
    [InlineData(""","isDeleted":true""", IssueCode.Deleted)]
    public void stock_and_deleted_assets_are_left_out_with_a_note(string more, string code)
    {
        var result = Page(Asset(more));
        Assert.Empty(result.Incoming);
        Assert.Equal((code, false), (result.Issues[0].Code, result.Issues[0].Rejected));
    }

    [Fact]
    public void a_summary_stands_in_for_a_prompt_that_is_missing() =>
    Assert.Equal("a bird", Page(Asset(",\"summary\":\"a bird\"")).Post.Prompt);

    [Fact]
    public void assets_come_in_lists_alone_and_under_file_names_too()
    {
        foreach (var text in new[] { Asset(""), $"[{Asset("")}]", $"{{\"result\":{{\"assets\":[{Asset("")}]}}}}",
            $"[{{\"assets\":[{Asset("")}]}}]" })
            Assert.Equal((A, SourceKind.Assets), (SourceItems.Read(text).Post.Id.ToString(), SourceItems.Read(text).Incoming[0].Kind));
        Assert.Equal(A,
            SourceItems.Read(
                $$"""{"grok image.jpg":{"assetId":"{{A}}","key":"users/x/{{A}}/content","mime":"image/png","create_time":"2026-01-01T00:00:00Z"} }""").Post.Id.ToString());
    }
}
