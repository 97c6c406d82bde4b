using CsCheck;
using Sovia.Library.Urls;

namespace Sovia.Tests.Library.Urls;

public sealed class GrokUrlTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string N = "aaaaaaaa000040008000000000000001";
    private const string U = "dddddddd-0000-4000-8000-000000000004";

    public static TheoryData<string> Posts =>
    [
        $"https://assets.grok.com/users/{U}/{A}/content",
        $"https://assets.grok.com/users/{U}/{A}/content?cache=1&dl=1#x",
        $"https://assets.grok.com/users/{U}/generated/{A}/image.jpg",
        $"https://assets.grok.com/users/{U}/generated/{A}-part-0/image.jpg",
        $"https://assets.grok.com/users/{U}/generated/{A}/generated_video_hd.mp4",
        $"https://assets.grok.com/users/{U}/{A}-generated_image.jpg",
        $"https://assets.grok.com/anon-users/{U}/generated/{A}/image.jpg",
        $"https://assets.grok.com/cdn-cgi/image/width=256/users/{U}/generated/{A}/image.jpg",
        $"HTTPS://ASSETS.GROK.COM/users/{U}/{A}/content",
        $"http://assets.grok.com/users/{U}/{A}/content",
        $"//assets.grok.com/users/{U}/{A}/content",
        $"assets.grok.com/users/{U}/{A}/content",
        $"https_/assets.grok.com/users/{U}/{A}/content",
        $"users/{U}/{A}/content",
        $"/users/{U}/generated/{A}/image.jpg",
        $"https://imagine-public.x.ai/imagine-public/share-images/{A}.jpg",
        $"https://imagine-public.x.ai/i/imagine-public/images/{A}.png",
        $"https://imagine-public.x.ai/cdn-cgi/image/width=500,fit=scale-down,format=auto/imagine-public/images/{A}.png",
        $"https://imagine-public.x.ai/i/cdn-cgi/image/width=500/imagine-public/share-videos/{A}_thumbnail.jpg",
        $"https://imagine-public.x.ai/imagine-public/images/{N}.png",
        $"https://images-public.x.ai/xai-images-public/imagine/share-videos/{A}.mp4",
        $"https://images-public.x.ai/xai-images-public/mj/images/{A}.jpg",
        $"imagine-public/images/{A}.jpg",
        $"share-videos/{A}.mp4",
        $"https://vidgen.x.ai/xai-vidgen-bucket/xai-video-{A}.mp4",
        $"https://grok.com/imagine/post/{A}",
        $"https://www.grok.com/imagine/post/{A}/image?source=copy",
        $"https://grok.com/imagine/{A}",
        $"https://grok.com/imagine/more/{A}",
        $"https://grok.com/imagine/post/{N}",
        $"https://grok.com/imagine/post/{A.ToUpperInvariant()}",
        $"https://grok.com/de/imagine/post/{A}",
        $"https://grok.com:443/imagine/post/{A}",
        $"grok.com/imagine/post/{A}",
        $"www.grok.com/imagine/post/{A}",
        $"/imagine/post/{A}",
        $"https://x.com/i/grok/imagine/{A}",
        $"https://twitter.com/i/grok/imagine/{A}",
        $"https://grok.com/rest/assets/{A}",
        $"https://grok.com/imagine/post/{A}%20",
        A, N, $" {A}\n", $"<{A}>",
    ];

    public static TheoryData<string> Others =>
    [
        $"https://grok.com/c/{A}?rid={U}", $"https://grok.com/chat/{A}", $"https://grok.com/share/c2hhcmQtMg_{A}",
        $"https://grok.com/share/{A}", $"https://grok.com/project/{A}?tab=x",
        $"https://grok.com/rest/app-chat/conversations/{A}", $"https://grok.com/rest/app-chat/conversations/{A}/responses/{U}",
        $"https://grok.com/imagine/folder/{A}", $"https://grok.com/workspace/{A}",
        $"https://x.com/i/grok/share/{A}", $"https://x.com/i/grok?conversation={A}", $"/c/{A}",
        $"https://assets.grok.com/users/{A}/MoebLQRc-profile-picture.webp", $"https://assets.grok.com/users/{U}/{A}-profile-picture.webp",
        $"https://assets.grok.com/users/{U}/avatars/{A}.png",
        $"https://assets.grok.com/users/{A}", $"https://assets.grok.com/users/{A}/generated/aB3dE5gH7jK9mN1p/image.jpg",
        $"https://assets.grok.com/users/{A}/aB3dE5gH7jK9mN1p-generated_image.jpg",
        $"https://assets.grok.com/users/{A}/{A}/content", $"users/{A}/generated/aB3dE5gH7jK9mN1p/image.jpg",
        $"https://grok.com/users/{A}/image.jpg",
        $"https://x.ai/accounts/{A}/image.jpg", $"https://assets.grok.com/projects/{A}/icon.png", $"https://grok.com/somewhere/{A}",
        $"https://x.ai/blog/{A}",
        "https://grok.com/imagine/post/template-heron", "https://grok.com/imagine", "00000000-0000-0000-0000-000000000000",
        $"https://example.org/imagine/post/{A}", $"https://grok.com.example.org/imagine/post/{A}", $"https://notgrok.com/imagine/post/{A}",
        $"https://me:pw@grok.com/imagine/post/{A}",
        $"javascript:alert('{A}')", $"a heron {A}", $"{A}{A}", "", "c/o the editor",
    ];

    [Theory, MemberData(nameof(Posts))]
    public void an_id_stands_where_its_kind_of_address_has_it(string address) => Assert.Equal(Guid.Parse(A), GrokUrl.ParsePostId(address));

    [Theory, MemberData(nameof(Others))]
    public void the_ids_of_accounts_chats_and_projects_are_no_posts(string address) => Assert.Null(GrokUrl.ParsePostId(address));

    [Theory]
    [InlineData("grok.com/c/", GrokUrlKind.Chat)]
    [InlineData("grok.com/share/", GrokUrlKind.Share)]
    [InlineData("grok.com/project/", GrokUrlKind.Project)]
    [InlineData("grok.com/imagine/post/", GrokUrlKind.Page)]
    [InlineData("assets.grok.com/users/u/", GrokUrlKind.Media)]
    [InlineData("grok.com/nothing/known/", GrokUrlKind.Other)]
    public void the_kind_is_known_however_the_beginning_is_written(string way, GrokUrlKind kind)
    {
        foreach (var start in new[] { "https://", "http://", "//", "", "HTTPS://", "https_/" })
            Assert.Equal(kind, GrokUrl.Parse(start + way + A).Kind);
    }

    [Fact]
    public void surrounding_punctuation_is_not_part_of_a_url()
    {
        var around = Gen.OneOf("", "<", "(", "[", "\"", "'", "*", "**", "`", "“");
        var behind = Gen.OneOf("", ".", ",", ";", "!", "?", ")", ">", "]", "\"", "...", ").", ">,", "**", "…");
        Gen.Select(around, behind, Gen.Bool).Sample((before, after, isPage) =>
        {
            var address = GrokUrl.Parse(before
                + (isPage ? $"https://grok.com/imagine/post/{A}" : $"https://assets.grok.com/users/{U}/generated/{A}/image.jpg") + after);
            return address.Id == Guid.Parse(A) && address.Url!.EndsWith(isPage ? A : "image.jpg", StringComparison.Ordinal);
        }, iter: 300);
    }

    [Fact]
    public void the_id_of_a_user_is_never_read_as_a_post_id() =>
        Gen.Select(Gen.Guid, Gen.Guid, Gen.OneOf("users", "user", "accounts", "anon-users"),
            Gen.OneOf("assets.grok.com", "imagine-public.x.ai", "grok.com", "files.x.ai"), Gen.OneOf("", "generated/", "x/", "images/"),
            Gen.OneOf("image.jpg", "content", "short-image.webp", "ID/content", "ID.png"))
            .Sample((account, id, word, host, between, file) =>
                GrokUrl.ParsePostId(
                    $"https://{host}/{word}/{account}/{between}{file.Replace("ID", id.ToString(), StringComparison.Ordinal)}") is var read
                    && read != account, iter: 2_000);

    [Fact]
    public void addresses_are_found_in_text_whatever_stands_between_them()
    {
        string[] addresses = [$"https://grok.com/imagine/post/{A}", $"www.grok.com/imagine/post/{A}", $"grok.com/imagine/{A}",
            $"https://imagine-public.x.ai/cdn-cgi/image/width=500,fit=cover/imagine-public/images/{A}.png",
            $"//assets.grok.com/users/{U}/{A}/content"];
        Gen.Select(Gen.OneOf(addresses).List[1, 6], Gen.OneOf(" ", "\n", "\t", " - ", ", ", "\" and \"", " > ", "](", "><", " | "))
            .Sample((list, between) =>
        {
            var text = "see: " + string.Join(between, list) + " bye";
            return GrokUrlScanner.FindRanges(text).Count(range => GrokUrl.ParsePostId(text[range]) == Guid.Parse(A)) == list.Count;
        }, iter: 500);
    }

    [Theory]
    [InlineData("https://grok.com/imagine/post/ID,https://grok.com/imagine/post/ID", 2)]
    [InlineData("https://grok.com/imagine/post/ID;www.grok.com/imagine/post/ID,grok.com/imagine/post/ID", 3)]
    [InlineData("href=\"/imagine/post/ID\" x='/imagine/ID'", 2)]
    [InlineData("me@grok.com/imagine/post/ID notgrok.com/imagine/post/ID /home/users/x/ID.jpg", 0)]
    public void adjacent_urls_are_distinguished_from_relative_ones(string text, int count)
    {
        text = text.Replace("ID", A, StringComparison.Ordinal);
        Assert.Equal(count, GrokUrlScanner.FindRanges(text).Count(range => GrokUrl.ParsePostId(text[range]) is not null));
    }
}
