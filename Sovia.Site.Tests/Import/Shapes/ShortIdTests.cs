using System.Text.Json;
using Sovia.Import;

namespace Sovia.Tests.Import.Shapes;

/// <summary>Pictures of chats have short ids, which are no ids of posts; beside them stands the account's.</summary>
public sealed class ShortIdTests
{
    private const string Account = "99999999-9999-4999-8999-999999999999";
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";

    private static readonly string[] Tags = ["x"];
    private static readonly string[] Keys = [$"users/{Account}/generated/aB3dE5gH7jK9mN1p/image.jpg",
        $"users/{Account}/qR2sT4uV6wX8yZ0a-generated_image.jpg", $"users/{Account}/FFabcd1234EFGH56-image-1.webp"];

    public static TheoryData<string> Files
    {
        get
        {
            var urls = Keys.Select(key => "https://assets.grok.com/" + key).ToList();
            string Json(object value) => JsonSerializer.Serialize(value);
            return
            [
                string.Join('\n', urls), string.Join(", ", urls), "- " + string.Join("\n- ", urls),
                string.Join('\n', urls.Select(url => $"[a heron]({url})")),
                Json(urls), Json(Keys), Json(new { posts = urls.Select(url => new { mediaUrl = url, prompt = "a heron" }) }),
                Json(urls.Select(url => new { url, tags = Tags })),
                Json(new { items = Keys.Select(key => new { mediaUrl = key, mediaType = "image" }) }),
                "url,prompt\n" + string.Join('\n', urls.Select(url => $"{url},a heron")), "Media URL;Prompt\n"
                + string.Join('\n', urls.Select(url => $"{url};a heron")),
                Chat("generated_image_urls"), Chat("generatedImageUrls"),
                Json(new[] { new { grokChatItem = new { attachments = urls.Select(url => new { url, mimeType = "image/jpeg" }) } } }),
                Json(new { roots = new { bookmark_bar = new { children = urls.Select(url => new { type = "url", url }) } } }),
            ];
        }
    }

    private static string Chat(string name) => JsonSerializer.Serialize(new
    {
        conversations = new[]
        { new { conversation = new { id = "chat", user_id = Account },
            responses = Keys.Select(key =>
                new { response = new Dictionary<string, object> { [name] = new[] { key }, ["message"] = "here" } }) } },
        media_posts = Array.Empty<object>(),
    });

    [Theory, MemberData(nameof(Files))]
    public void short_ids_are_reported_with_their_position_and_become_no_post(string text)
    {
        var result = SourceItems.Read(text);
        Assert.Empty(result.Incoming);
        var notes = result.Issues.Where(issue => issue is { Code: IssueCode.NoId, Rejected: true }).ToList();
        Assert.Equal(Keys.Length, notes.Count);
        Assert.Equal(Keys.Length, notes.Select(note => note.Path).Distinct().Count());
    }

    [Fact]
    public void a_picture_of_a_chat_with_a_posts_id_is_that_post()
    {
        var result = SourceItems.Read(Chat("generated_image_urls")
            .Replace("generated/aB3dE5gH7jK9mN1p", $"generated/{A}", StringComparison.Ordinal));
        Assert.Equal(A, result.Post.Id.ToString());
        Assert.Equal(2, result.Codes.Count(code => code == IssueCode.NoId));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("[{{\"url\":\"{0}\",\"tags\":[]}}]")]
    [InlineData("[\"{0}\"]")]
    [InlineData("url,prompt\n{0},x")]
    [InlineData("[{{\"mediaUrl\":\"{0}\",\"prompt\":\"x\"}}]")]
    public void chats_shares_projects_and_portraits_are_noted_as_no_posts(string form)
    {
        foreach (var address in new[] { $"https://grok.com/c/{A}?rid={Account}", $"https://grok.com/share/c2hhcmQtMg_{A}",
            $"https://grok.com/project/{A}", $"https://grok.com/chat/{A}", $"https://assets.grok.com/users/{A}/x-profile-picture.webp",
            $"https://grok.com/rest/app-chat/conversations/{A}" })
        {
            var result = SourceItems.Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, address));
            Assert.Empty(result.Incoming);
            Assert.Contains(result.Issues, issue => issue is { Code: IssueCode.NoId, Rejected: true });
        }
    }
}
