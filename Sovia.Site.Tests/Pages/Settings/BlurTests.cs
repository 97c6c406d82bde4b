using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages.Settings;

/// <summary>Items that match a search are blurred until their user asks to see them for a session.</summary>
public sealed class BlurTests(SoviaHost host) : SettingsTest(host)
{
    private const string Revealed = "Cookie: reveal=1";

    private readonly Post heron = Make.Still(1, "A heron over foggy marshland"), stork = Make.Still(9, "A stork over foggy marshland");

    [Fact]
    public async Task matches_are_blurred_in_lists_and_on_their_pages_and_nothing_else_is()
    {
        var clip = Make.Clip(heron, 2, "wings") with
        {
            Mode = "extremely-spicy-or-crazy",
            File = new() { Sha256 = new('a', 64), Mime = "video/mp4", Length = 9, Method = "uuid-in-name" }
        };
        await StoreAsync(heron, stork, clip);
        Assert.Empty(BlurredOf(await OpenAsync("/")));
        GetRedirectUrl(await ChooseAsync(("blur", "mode:extremely-spicy-or-crazy"), ("autoplay", "on")));
        foreach (var address in (string[])["/", "/?search=heron", "/selection"])
            Assert.Equal((address, heron.Id), (address, BlurredOf(await OpenAsync(address)).Single()));
        Assert.Equal([clip.Id], BlurredOf(await OpenAsync("/?unit=post")));
        // Similar items are worked out in the background.
        await Eventually.TrueAsync(async () => CardsOf(await OpenAsync($"/similar?ids={stork.Id}")).Count > 0, "similar posts are there");
        Assert.Equal([heron.Id], BlurredOf(await OpenAsync($"/similar?ids={stork.Id}")));
        var page = await OpenAsync($"/posts/{clip.Id}");
        Assert.NotNull(page.QuerySelector(".stage.blurred a[href='/reveal']"));
        Assert.Null(page.QuerySelector("video[autoplay]"));
        Assert.Single(page.QuerySelectorAll(".strip a.blurred"));
        Assert.Null((await OpenAsync($"/posts/{heron.Id}")).QuerySelector(".stage.blurred"));
    }

    [Fact]
    public async Task tagged_and_trashed_items_are_blurred_too()
    {
        await StoreAsync(heron, stork);
        GetRedirectUrl(await ChooseAsync(("blur", "tag:private or stork")));
        await ChangeAsync(new() { AddTags = ["private"] }, heron.Id);
        Assert.Equal([stork.Id, heron.Id], BlurredOf(await OpenAsync("/")));
        await ChangeAsync(new() { Trashed = true }, stork.Id);
        Assert.Equal([stork.Id], BlurredOf(await OpenAsync("/trash")));
        Assert.Equal([stork.Id], BlurredOf(await OpenAsync("/?search=is:trashed")));
        await ChangeAsync(new() { RemoveTags = ["private"] }, heron.Id);
        Assert.Empty(BlurredOf(await OpenAsync("/")));
    }

    [Fact]
    public async Task blurred_items_are_revealed_for_a_session_on_request()
    {
        await StoreAsync(heron, stork);
        Assert.Contains("No items are blurred or hidden", (await OpenAsync("/reveal")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        GetRedirectUrl(await ChooseAsync(("blur", "heron")));
        Assert.Equal("/reveal", (await OpenAsync("/")).QuerySelectorAll(".look a")
            .First(link => link.TextContent.Contains("blurred", StringComparison.Ordinal)).GetAttribute("href"));
        var ask = await OpenAsync("/reveal", "Referer: http://localhost/?search=heron");
        Assert.Equal("/?search=heron", ask.QuerySelector<IHtmlInputElement>("[name=back]")!.Value);
        Assert.Single(BlurredOf(await OpenAsync("/")));
        using var answer = await PostAsync("/reveal", ("show", "true"), ("back", "/?search=heron"));
        Assert.Equal("/?search=heron", GetRedirectUrl(answer));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("reveal=1;", cookie, StringComparison.Ordinal);
        // It ends with the session.
        Assert.DoesNotContain("max-age", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        // Pages that were kept for one are not shown to the other.
        for (var twice = 0; twice < 2; twice++)
        {
            Assert.Empty(BlurredOf(await OpenAsync("/", Revealed)));
            Assert.Single(BlurredOf(await OpenAsync("/")));
        }
        Assert.Null((await OpenAsync($"/posts/{heron.Id}", Revealed)).QuerySelector(".stage.blurred"));
        using var again = await PostAsync("/reveal", ("show", "false"), ("back", "//elsewhere.example"));
        Assert.Equal("/", GetRedirectUrl(again));
        Assert.Contains("expires=Thu, 01 Jan 1970", again.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type:vidoe")]
    [InlineData("\"heron")]
    [InlineData("is:trashed")]
    [InlineData("heron or is:hidden")]
    public async Task a_search_with_a_mistake_is_refused(string search)
    {
        await StoreAsync(heron);
        using var answer = await ChooseAsync(("blur", search));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(search, (await ReadAsync(answer)).QuerySelector<IHtmlInputElement>("[name=blur]")!.Value);
        Assert.Empty(BlurredOf(await OpenAsync("/")));
    }

    private static IEnumerable<Guid> BlurredOf(IParentNode page) =>
        page.QuerySelectorAll("article:is(.card--blurred, .blurred)").Select(card => Guid.Parse(card.GetAttribute("data-post-id")!));
}
