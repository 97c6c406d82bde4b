using Microsoft.Data.Sqlite;
using Sovia.Import;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import.Shapes;

public sealed class ToolExportTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string B = "bbbbbbbb-0000-4000-8000-000000000002";
    private const string Image = $"https://assets.grok.com/users/{B}/generated/{A}/image.jpg";

    [Theory]
    [InlineData(
        $$"""{"version":5,"posts":[{"id":"{{A}}","isChild":true,"parentId":"{{B}}","mediaUrl":"{{Image}}","isLiked":true,"createTime":"2026-01-02T03:04:05Z"}]}""")]
    [InlineData(
        $$"""[{"id":"{{A}}","isChild":true,"parentId":"","rootId":"{{B}}","mediaUrl":"{{Image}}","isLiked":"true","createTime":1767323045000}]""")]
    [InlineData(
        $"\uFEFFid,prompt,model,date,mediaType,mediaUrl,thumbnail,isChild,parentId,rootId,isLiked,isUploaded,conversationId\r\n{A},\"a \"\"grey\"\"\nheron, alone\",imagine_x_1,2026-01-02T03:04:05Z,image,{Image},,true,{B},{B},true,false,\r\n")]
    public void the_favorites_index_names_parents_in_flat_rows(string text)
    {
        var result = SourceItems.Read(text);
        var post = result.Post;
        Assert.Equal((A, B, Image, true), (post.Id.ToString(), post.ParentId.ToString(), post.MediaUrl, post.Liked));
        Assert.Equal(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), post.CreatedAt);
        Assert.Equal(SourceKind.ToolExport, result.Incoming[0].Kind);
        Assert.Empty(result.Issues);
        if (post.Prompt is { } prompt) Assert.Equal("a \"grey\"\nheron, alone", prompt);
    }

    [Theory]
    [InlineData($$"""[{"uuid":"{{A}}","type":"image","ts":1767323045000,"prompt":"a heron","url":"{{Image}}"}]""")]
    [InlineData($$"""{"items":[{"uuid":"{{A}}","type":"image","ts":1767323045000,"prompt":"a heron","url":"{{Image}}"}]}""")]
    [InlineData($"\"uuid\",\"type\",\"ts\",\"prompt\",\"url\"\n\"{A}\",\"image\",\"1767323045000\",\"a heron\",\"{Image}\"\n")]
    [InlineData($"uuid;type;ts;prompt;url\n{A};image;1767323045000;a heron;{Image}")]
    public void the_archivers_list_is_read_as_json_and_as_a_table(string text)
    {
        var post = SourceItems.Read(text).Post;
        Assert.Equal((A, MediaKind.Image, "a heron", Image), (post.Id.ToString(), post.Kind, post.Prompt, post.MediaUrl));
        Assert.Equal(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), post.CreatedAt);
    }

    [Fact]
    public void a_table_that_ends_inside_quotes_gives_its_whole_rows()
    {
        var result = SourceItems.Read($"uuid,type,ts,prompt,url\n{A},image,1,x,{Image}\n{B},image,1,\"cut off he");
        Assert.Equal(A, result.Post.Id.ToString());
        Assert.Contains(IssueCode.Truncated, result.Codes);
    }

    [Fact]
    public void a_vaults_bookmark_is_known_by_its_link()
    {
        var post =
            SourceItems.Read(
                $$"""[{"id":1767323045000,"url":"https://grok.com/imagine/post/{{A}}?x=1","title":"Heron","thumbnail":"data:image/png;base64,AA","tags":["x"],"addedAt":"2026-01-02T03:04:05Z"}]""").Post;
        Assert.Equal((A, "Heron"), (post.Id.ToString(), post.Title));
    }

    [Fact]
    public void an_unlike_is_read_with_its_time()
    {
        var result =
            SourceItems.Read(
                $$"""{"version":"1.0","exportDate":"2026-01-05T00:00:00Z","count":1,"posts":[{"id":"{{A}}","prompt":"a heron","mediaUrl":"{{Image}}","unlikedAt":"2026-01-04T00:00:00Z","childPostCount":2}]}""");
        Assert.False(result.Post.Liked);
        Assert.Equal(new DateTimeOffset(2026, 1, 4, 0, 0, 0, TimeSpan.Zero), result.Incoming[0].ObservedAt);
    }

    [Fact]
    public void a_session_knows_when_it_was_exported()
    {
        var result =
            SourceItems.Read(
                $$"""{"exportedAt":"2026-01-05T00:00:00Z","sessionId":"s","images":[{"id":"{{A}}","url":"{{Image}}","prompt":"a heron","filename":"x.jpg","addedAt":"2026-01-02T03:04:05Z"}]}""");
        Assert.Equal((A, Image), (result.Post.Id.ToString(), result.Post.MediaUrl));
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero), result.Incoming[0].ObservedAt);
    }

    [Theory]
    [InlineData(
        $$"""[{"id":"{{A}}","prompt":"p","createTime":"2026-01-02T03:04:05Z","url":"https://grok.com/imagine/post/{{A}}","mediaUrl":"{{Image}}"}]""")]
    [InlineData(
        $$"""{"media_posts":[{"id":"{{A}}","prompt":"p","media_type":"image","url":"{{Image}}","create_time":"2026-01-02T03:04:05Z"}]}""")]
    [InlineData($$"""{"id":"{{A}}","mediaUrl":"{{Image}}","createTime":"2026-01-02T03:04:05Z"}""")]
    [InlineData($$"""{"favoritesById":{"{{A}}":{"id":"{{A}}","mediaUrl":"{{Image}}","createTime":"2026-01-02T03:04:05Z"} } }""")]
    [InlineData(
        $"{{\"id\":\"{A}\",\"kind\":\"image\",\"source\":\"media_post\",\"createTime\":\"2026-01-02T03:04:05Z\",\"prompt\":\"p\",\"file\":\"a.jpg\",\"bytes\":3}}\n")]
    [InlineData($"create_time,prompt,link\n2026-01-02T03:04:05Z,p,https://grok.com/imagine/post/{A}\n")]
    [InlineData(
        $$"""window.YTD.grok_chat_item.part0 = [{"grokChatItem":{"createdAt":"2026-01-02T03:04:05Z","attachments":[{"mediaId":"1","mimeType":"image/jpeg","url":"{{Image}}"}]} }]""")]
    [InlineData(
        $$"""{"result":{"response":{"streamingVideoGenerationResponse":{"videoId":"{{B}}","progress":40} } } }{"result":{"response":{"streamingVideoGenerationResponse":{"videoId":"{{A}}","progress":100,"videoUrl":"{{Image}}"} } } }""")]
    [InlineData($$"""{"deep":{"down":[{"in":{"it":{"id":"{{A}}","mediaUrl":"{{Image}}"} } }]} }""")]
    public void other_tools_lists_are_read(string text) => Assert.Equal(A, SourceItems.Read(text).Post.Id.ToString());

    [Fact]
    public void posts_found_in_an_unknown_file_are_reported_as_heuristic() =>
        Assert.Equal(IssueCode.Heuristic,
            Assert.Single(
                SourceItems.Read(
                    $$"""{"x":[[{"y":{"id":"{{A}}","mediaType":"image"} },{"y":{"id":"{{B}}","mediaType":"image"} }]]}""").Issues).Code);

    [Theory]
    [InlineData($"""["{Image}","https://grok.com/imagine/post/{B}"]""")]
    [InlineData($"have a look:\n{Image}?cache=1, and https://grok.com/imagine/post/{B}/image\n\nbye")]
    [InlineData($"{A}\n{B}\n")]
    [InlineData(
        $"<!doctype html><html><a href=\"/x\"></a><img src='{Image}'><script>\"https:\\/\\/grok.com\\/imagine\\/post\\/{B}\"</script>")]
    public void links_and_ids_are_posts(string text)
    {
        var result = SourceItems.Read(text);
        Assert.Equal([A, B], result.Posts.Select(post => post.Id.ToString()).Order());
        Assert.All(result.Incoming, incomingPost => Assert.Equal(SourceKind.Link, incomingPost.Kind));
        Assert.Empty(result.Issues);
    }

    [Fact]
    public void ids_in_other_peoples_prose_are_no_posts() =>
        Assert.Equal(IssueCode.NotJson,
            Assert.Single(SourceItems.Read($"10:32 request {A} answered\nsee https://example.org/{B}\n").Issues).Code);

    [Fact]
    public void the_database_of_an_archive_gives_each_posts_own_json()
    {
        using var folder = new TempFolder();
        var path = folder.PathOf("index.sqlite");
        using (var database = new SqliteConnection($"Data Source={path};Pooling=false"))
        {
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = "create table posts(id text, raw_json text); insert into posts values ('x', $json), ('y', null)";
            command.Parameters.AddWithValue("$json", $$"""{"id":"{{A}}","prompt":"a heron","childPosts":[{"id":"{{B}}"}]}""");
            command.ExecuteNonQuery();
        }
        Assert.Equal([A, B], SourceItems.Read(File.ReadAllBytes(path)).Posts.Select(post => post.Id.ToString()));
    }

    [Fact]
    public void the_store_of_a_download_script_is_read()
    {
        const string Id = "aaaaaaaa-0000-4000-8000-000000000001";
        var post = SourceItems.Read($$"""
            {"version":1,"path":"x","savedAt":1759867502000,"entries":[["{{Id}}",{"object":[
            {"id":"{{Id}}","url":"https://assets.grok.com/users/u/generated/{{Id}}/image.jpg","prompt":"a heron"}]}]]}
            """).Post;
        Assert.Equal((Id, "a heron"), (post.Id.ToString(), post.Prompt));
        Assert.NotNull(post.MediaUrl);
    }
}
