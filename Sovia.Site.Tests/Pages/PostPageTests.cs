using System.Net;
using AngleSharp.Dom;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class PostPageTests(SoviaHost host) : PageTest(host)
{
    private const string Wild =
        "<script>alert(1)</script><b>bold</b> \"quoted\" 'single' ${process.env} {{x}} @Model & &amp; \u202E mirrored";

    [Fact]
    public async Task markup_in_a_prompt_is_text_on_every_page()
    {
        var post = Make.Still(prompt: Wild) with
        {
            LegacyRaw = ["{\"prompt\":\"</pre><script>alert(2)</script>\"}"],
            Model = "<i>m</i>",
            Title = "<u>t</u>",
            ConversationId = "\"><img src=x>"
        };
        await StoreAsync(post);
        foreach (var address in new[] { "/", $"/posts/{post.Id}" })
        {
            var page = await OpenAsync(address);
            Assert.Empty(page.QuerySelectorAll("script:not([src]), main b, main i, main u, img[src=x]"));
            Assert.Contains(page.QuerySelectorAll("[dir=auto]"), element => element.TextContent == Wild);
        }
    }

    [Theory]
    [InlineData("/posts/00000000-0000-0000-0000-00000000abcd")]
    [InlineData("/posts/nonsense")]
    [InlineData("/posts/%3Cscript%3E")]
    [InlineData("/import/00000000-0000-0000-0000-00000000abcd")]
    [InlineData("/import/nonsense")]
    public async Task missing_posts_show_a_designed_404(string address)
    {
        var response = await GetAsync(address, "Accept: text/html");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.NotNull((await ReadAsync(response)).QuerySelector("main .notice a[href='/']"));
    }

    [Fact]
    public async Task every_fact_there_is_can_be_read()
    {
        var reference = Guid.NewGuid();
        var still = Make.Still();
        var clip = Make.Clip(still, prompt: "Slow dolly in") with
        {
            Title = "At dusk",
            Derivation = "extend",
            Width = 1280,
            Height = 720,
            Duration = 6.04,
            ResolutionName = "720p",
            Liked = false,
            Moderated = true,
            ThumbnailUrl = "https://assets.grok.com/t.jpg",
            HdUrl = "https://assets.grok.com/hd.mp4",
            AudioUrls = ["https://assets.grok.com/a.mp3"],
            References = [reference],
            ConversationId = "conversation-7",
            OwnerId = Guid.NewGuid(),
            LegacyRaw = ["{\"b\":1,\"a\":{\"c\":2}}"],
        };
        await StoreAsync(still, clip);
        var page = await OpenAsync($"/posts/{clip.Id}");
        var text = page.QuerySelector(".panel")!.TextContent;
        string[] facts =
        [
            "At dusk", "Slow dolly in", "Video", "Imagine W 1", "Custom", "1 October 2025 at 12:01:00 UTC", "1,280 × 720 px", "6.04 s",
            "720p", "Extension", "video/mp4", "conversation-7",
            clip.Id.ToString(), still.Id.ToString(), reference.ToString(), clip.OwnerId.ToString()!, clip.MediaUrl!, clip.ThumbnailUrl,
            clip.HdUrl, clip.AudioUrls[0], "\"c\": 2",
        ];
        Assert.All(facts, fact => Assert.Contains(fact, text, StringComparison.Ordinal));
        Assert.Equal("No", Value(page, "Liked"));
        Assert.Equal("Yes", Value(page, "Moderated"));
        Assert.Equal("Unknown", Value(await OpenAsync($"/posts/{still.Id}"), "Liked"));
        // The owner leads to all of that account, and to nothing else.
        var theirs = page.QuerySelectorAll("dd a").Single(link => link.TextContent == $"{clip.OwnerId}").GetAttribute("href")!;
        Assert.Equal([still.Id], CardsOf(await OpenAsync(theirs)));
        Assert.Empty(CardsOf(await OpenAsync($"/?search=owner:{Guid.NewGuid()}")));
    }

    [Fact]
    public async Task headings_name_the_source_of_each_text()
    {
        var still = Make.Still();
        var clip = Make.Clip(still, prompt: "Slow dolly in") with { Prompt = "A caption", Mode = "normal" };
        await StoreAsync(still, clip);
        Assert.Equal(["Prompt from an item made from this"], Headings(await OpenAsync($"/posts/{still.Id}")));
        Assert.Equal(["Prompt", "Caption"], Headings(await OpenAsync($"/posts/{clip.Id}")));
    }

    [Fact]
    public async Task missing_files_are_named_and_never_loaded_from_other_hosts()
    {
        var still = Make.Still();
        await StoreAsync(still);
        var page = await OpenAsync($"/posts/{still.Id}");
        Assert.Empty(page.QuerySelectorAll(".stage img, .stage video"));
        Assert.Equal(still.MediaUrl, page.QuerySelector(".stage code")!.TextContent);
        var away = page.QuerySelector($".stage a[href='https://grok.com/imagine/post/{still.Id}']")!;
        Assert.Equal("noreferrer noopener nofollow", away.GetAttribute("rel"));
    }

    [Fact]
    public async Task the_strip_links_the_family_and_the_stage_its_neighbours()
    {
        var (newer, still, older) = (Make.Still(30), Make.Still(20), Make.Still(10));
        var clip = Make.Clip(still, 25);
        await StoreAsync(newer, still, clip, older);
        var page = await OpenAsync($"/posts/{clip.Id}");
        Assert.Equal([$"/posts/{still.Id}", $"/posts/{clip.Id}"], page.QuerySelectorAll(".strip a")
            .Select(link => link.GetAttribute("href")));
        Assert.Equal($"/posts/{clip.Id}", page.QuerySelector(".strip a[aria-current]")!.GetAttribute("href"));
        Assert.Equal($"/posts/{newer.Id}", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal($"/posts/{older.Id}", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector($"a[href='/?at={still.Id}#post-{still.Id}']"));
        Assert.Null((await OpenAsync($"/posts/{newer.Id}")).QuerySelector("a[rel=prev]"));
        Assert.Null((await OpenAsync($"/posts/{older.Id}")).QuerySelector("a[rel=next]"));
    }

    private static string Value(IParentNode page, string name) =>
        page.QuerySelectorAll("dt").Single(term => term.TextContent == name).NextElementSibling!.TextContent.Trim();

    private static IEnumerable<string> Headings(IParentNode page) =>
        page.QuerySelectorAll(".prompt h2").Select(heading => heading.TextContent);
}
