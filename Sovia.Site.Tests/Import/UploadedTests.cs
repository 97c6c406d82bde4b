using System.Text.Json;
using CsCheck;
using Sovia.Import;
using Sovia.Library;

namespace Sovia.Tests.Import;

/// <summary>Exports repeat the root's uploaded flag on every member, but only the root was uploaded.</summary>
public sealed class UploadedTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string B = "bbbbbbbb-0000-4000-8000-000000000002";
    private const string C = "cccccccc-0000-4000-8000-000000000003";

    private static List<string> Uploaded(string text) =>
        [.. SourceItems.Read(text).Posts.Where(post => post.Uploaded == true).Select(post => post.Id.ToString())];

    [Theory]
    [InlineData(
        $$"""{"posts":[{"id":"{{A}}","mediaType":"image","isRootUserUploaded":true,"childPosts":[{"id":"{{B}}","mediaType":"video","isRootUserUploaded":true,"childPosts":[{"id":"{{C}}","isRootUserUploaded":true}]}]}]}""")]
    [InlineData(
        $$"""{"posts":[{"id":"{{A}}","isRootUserUploaded":true,"videos":[{"id":"{{B}}","isRootUserUploaded":true}],"images":[{"id":"{{A}}","isRootUserUploaded":true}]}]}""")]
    [InlineData(
        $$"""[{"id":"{{B}}","mediaType":"video","originalPostId":"{{A}}","isRootUserUploaded":true},{"id":"{{A}}","mediaType":"image","isRootUserUploaded":true}]""")]
    [InlineData(
        $$"""[{"id":"{{B}}","mediaType":"video","isRootUserUploaded":true,"originalPost":{"id":"{{A}}","isRootUserUploaded":true} }]""")]
    [InlineData(
        $$"""[{"id":"{{A}}","isRootUserUploaded":"true","childPosts":{"{{B}}":{"isRootUserUploaded":"true","mediaType":"video"} } }]""")]
    [InlineData(
        $$"""[{"id":"{{A}}","mediaType":"image","image_edit_is_root_user_uploaded":true},{"id":"{{B}}","mediaType":"image","image_edit_is_root_user_uploaded":true,"inputMediaItems":[{"id":"{{A}}"}]}]""")]
    [InlineData(
        $$"""[{"id":"{{A}}","mediaType":"image","is_root_user_uploaded":true},{"id":"{{B}}","mediaType":"video","mode":"custom","modelName":"imagine_xdit_1","is_root_user_uploaded":true}]""")]
    [InlineData(
        $$"""{"posts":[{"id":"{{A}}","isChild":false,"isUploaded":true,"mediaUrl":""},{"id":"{{B}}","isChild":true,"parentId":"{{A}}","isUploaded":false}]}""")]
    [InlineData(
        $$$"""{"assets":[{"assetId":"{{{A}}}","mimeType":"image/png","fileSource":"IMAGINE_SELF_UPLOAD_FILE_SOURCE"},{"assetId":"{{{B}}}","mimeType":"image/png","auxKeys":{"image_edit_is_root_user_uploaded":"true"},"mediaGenInput":{"imageToImage":{"inputAssets":["{{{A}}}"]} } }]}""")]
    public void only_the_root_is_uploaded(string text) => Assert.Equal([A], Uploaded(text).Distinct());

    [Fact]
    public void a_row_about_itself_is_believed_at_any_position() =>
        Assert.Equal([B], Uploaded($$"""[{"id":"{{A}}","childPosts":[{"id":"{{B}}","isUploaded":true,"isRootUserUploaded":false}]}]"""));

    [Fact]
    public void a_parent_of_another_source_applies_in_either_order()
    {
        var flat = SourceItems.Read($$"""[{"id":"{{B}}","mediaType":"image","isRootUserUploaded":true}]""").Post;
        var member = SourceItems.Read($$"""[{"id":"{{B}}","mediaType":"image","originalPostId":"{{A}}"}]""").Post;
        Assert.True(flat.Uploaded);
        foreach (var order in new[] { new[] { flat, member }, [member, flat] })
            Assert.Null(PostMerger.Merge(order[0], [.. order.SelectMany(post => post.SourceRecords)]).Uploaded);
    }

    [Fact]
    public void a_post_read_again_from_what_is_kept_of_it_is_the_same() =>
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.OneOf("image", "video")).Sample((root, own, isChild, type) =>
        {
            var flags = (root ? ",\"isRootUserUploaded\":true" : "") + (own ? ",\"isUploaded\":true" : "");
            var json = $$"""{"id":"{{B}}","mediaType":"{{type}}"{{flags}} }""";
            var read = SourceItems.Read(isChild ? $$"""[{"id":"{{A}}","childPosts":[{{json}}]}]""" : $"[{json}]").Posts
                .Single(post => post.Id == Guid.Parse(B));
            var again = SourceRecordConverter.ToPost(read.Id, read.SourceRecords[0]);
            return JsonSerializer.Serialize(again) == JsonSerializer.Serialize(read)
                && read.Uploaded == (own || (root && !isChild) ? true : (bool?)null);
        }, iter: 100);

    [Fact]
    public void what_is_said_again_of_an_uploaded_post_speaks_of_itself()
    {
        var post = new Post { Id = Guid.Parse(B), RootId = Guid.Parse(A), ParentId = Guid.Parse(A), Uploaded = true };
        Assert.True(SourceRecordConverter.ToPost(post.Id,
            new SourceRecord { Raw = "", NormalisedJson = LegacyPostJson.Serialize(post), Enclosing = post.ParentId }).Uploaded);
    }
}
