using System.Text.Json;
using Sovia.Import;
using Sovia.Library;

namespace Sovia.Tests.Import.Shapes;

public sealed class AccountExportReaderTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string B = "bbbbbbbb-0000-4000-8000-000000000002";
    private const string Folder = "ttl/30d//export_data/dddddddd-0000-4000-8000-000000000004/";

    private static readonly string Card100 =
        JsonSerializer.Serialize(
            new
            {
                image_chunk = new
                {
                    imageUuid = B,
                    imageUrl = $"users/x/generated/{B}/image.jpg",
                    progress = 100,
                    imageModel = "m",
                    imagePrompt = new { prompt = "a heron" }
                }
            });
    private static readonly string Card50 = Card100.Replace("100", "50", StringComparison.Ordinal);

    private static readonly string Backend = $$"""
        {"conversations":[{"conversation":{"id":"chat"},"responses":[{"response":{"sender":"human"} },{"response":{"create_time":{"$date":{"$numberLong":"1759867502000"} },"card_attachments_json":[{{JsonSerializer.Serialize(Card50)}},{{JsonSerializer.Serialize(Card100)}},{{JsonSerializer.Serialize(Card100)}},"no json"]} }]}],
        "projects":[],"tasks":[],"media_posts":[{"id":"{{A}}","user_id":"{{B}}","original_prompt":"a reed","media_type":"video","create_time":"2026-01-02T03:04:05.678901Z","link":"https://grok.com/imagine/post/{{A}}"}]}
        """;

    private static void AssertWhole(SourceItems result)
    {
        var (picture, clip) = (result.Posts.Single(post => post.Id == Guid.Parse(B)),
            result.Posts.Single(post => post.Id == Guid.Parse(A)));
        Assert.Equal((MediaKind.Image, "a heron", "chat", $"https://assets.grok.com/users/x/generated/{B}/image.jpg"),
            (picture.Kind, picture.Prompt, picture.ConversationId, picture.MediaUrl));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1759867502), picture.CreatedAt);
        Assert.Equal((MediaKind.Video, "a reed", B, null), (clip.Kind, clip.UserPrompt, clip.OwnerId.ToString(), clip.Liked));
        Assert.Equal(IssueCode.ExportFlat, Assert.Single(result.Issues).Code);
        Assert.All(result.Incoming, incomingPost => Assert.Equal(SourceKind.OfficialExport, incomingPost.Kind));
    }

    [Fact]
    public void posts_and_the_pictures_of_chats_are_read_from_the_bare_file() => AssertWhole(SourceItems.Read(Backend));

    [Fact]
    public void the_whole_archive_is_read_with_its_media_and_without_what_is_nobodys_business()
    {
        var result = SourceItems.Read(TestArchives.Zip(
            (Folder + $"prod-mc-asset-server/{A}/content", TestArchives.Jpeg),
            (Folder + $"prod-mc-asset-server/{B}/content 2", TestArchives.Bytes(Convert.ToHexString(TestArchives.Jpeg))),
            (Folder + "prod-mc-auth-mgmt-api.json", TestArchives.Bytes(Backend)),
                (Folder + "prod-mc-billing.json", TestArchives.Bytes(Backend)),
            (Folder + "prod-grok-backend.json", TestArchives.Bytes(Backend))));
        AssertWhole(result);
        Assert.Equal([$"{A}.jpg", $"{B}.jpg"], result.Media.Select(media => media.Name).Order());
        Assert.All(result.Media, media => Assert.Equal(TestArchives.Jpeg, media.Bytes));
    }

    [Theory]
    [InlineData("prod-mc-auth-mgmt-api.json")]
    [InlineData("some/where/PROD-MC-BILLING.json")]
    public void files_about_log_ins_and_payments_are_refused_alone(string name)
    {
        Assert.Equal(IssueCode.SensitiveFile, Assert.Single(SourceItems.Read(TestArchives.Bytes(Backend), name: name).Issues).Code);
        Assert.Equal(IssueCode.SensitiveFile, Assert.Single(SourceItems.Read(TestArchives.Zip(name, Backend)).Issues).Code);
    }

    [Fact]
    public void such_a_file_under_another_name_is_refused_too() =>
        Assert.Equal(IssueCode.SensitiveFile,
            Assert.Single(SourceItems.Read("""{"user":{"email":"a@b.c"},"sessions":[{"ip":"::1"}]}""").Issues).Code);

    [Fact]
    public void two_exports_in_one_archive_are_ambiguous_and_one_without_its_list_says_so()
    {
        var two =
            SourceItems.Read(TestArchives.Zip(("a/prod-grok-backend.json", TestArchives.Bytes(Backend)),
                ("b/prod-grok-backend.json", TestArchives.Bytes(Backend))));
        Assert.Empty(two.Incoming);
        Assert.Equal(IssueCode.ZipAmbiguous, Assert.Single(two.Issues).Code);
        var none = SourceItems.Read(TestArchives.Zip(($"prod-mc-asset-server/{A}/content", TestArchives.Jpeg)));
        Assert.Equal(IssueCode.ZipNoBackend, Assert.Single(none.Issues).Code);
        Assert.Single(none.Media);
    }
}
