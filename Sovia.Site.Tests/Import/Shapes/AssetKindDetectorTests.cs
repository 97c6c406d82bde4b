using Sovia.Import;
using Sovia.Library;

namespace Sovia.Tests.Import.Shapes;

public sealed class AssetKindDetectorTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string U = "dddddddd-0000-4000-8000-000000000004";

    [Theory]
    [InlineData("\"mimeType\":\"IMAGE/JPEG\"", MediaKind.Image, "image/jpeg")]
    [InlineData("\"mimeType\":\"Video/MP4; codecs=avc1\"", MediaKind.Video, "video/mp4")]
    [InlineData("\"mimeType\":\"image/JPG\"", MediaKind.Image, "image/jpeg")]
    [InlineData("\"mediaGenInput\":{\"imageToVideo\":{}}", MediaKind.Video, null)]
    [InlineData("\"mediaGenInput\":{\"image_to_video\":{}}", MediaKind.Video, null)]
    [InlineData("\"mediaGenInput\":{\"TextToImage\":{}}", MediaKind.Image, null)]
    [InlineData("\"mimeType\":\"\",\"mediaGenInput\":{\"videoExtension\":{}}", MediaKind.Video, null)]
    [InlineData("\"mimeType\":\"application/octet-stream\",\"mediaGenInput\":{\"imageEdit\":{}}", MediaKind.Image, null)]
    [InlineData("\"mediaGenInput\":{\"somethingNew\":{}},\"name\":\"generated_video.mp4\"", MediaKind.Video, null)]
    [InlineData("\"mediaGenInput\":{\"somethingNew\":{}}", MediaKind.Unknown, null)]
    [InlineData("\"name\":\"Image.JPG\"", MediaKind.Image, null)]
    public void an_asset_tells_what_it_is_by_more_than_its_type(string facts, MediaKind kind, string? mime)
    {
        var result = SourceItems.Read($$"""{"assets":[{"assetId":"{{A}}","key":"users/{{U}}/{{A}}/content",{{facts}}}]}""");
        Assert.Equal((A, kind, mime), (result.Post.Id.ToString(), result.Post.Kind, result.Post.MimeType));
        Assert.Empty(result.Issues);
    }

    [Theory]
    [InlineData("\"mimeType\":\"application/pdf\"")]
    [InlineData("\"mimeType\":\"AUDIO/MPEG\",\"mediaGenInput\":{\"textToImage\":{}}")]
    [InlineData("\"name\":\"x\"")]
    public void an_asset_that_is_neither_picture_nor_clip_is_left_out_with_a_note(string facts)
    {
        var result = SourceItems.Read($$"""{"assets":[{"assetId":"{{A}}","key":"users/{{U}}/{{A}}/content",{{facts}}}]}""");
        Assert.Empty(result.Incoming);
        Assert.Equal(IssueCode.UnknownEnum, result.Issues[0].Code);
    }
}
