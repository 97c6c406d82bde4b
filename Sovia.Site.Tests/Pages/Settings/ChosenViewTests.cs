using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages.Settings;

/// <summary>What is chosen where it is seen: the menu of the gallery, the menu of themes, and what plays by itself.</summary>
public sealed class ChosenViewTests(SoviaHost host) : SettingsTest(host)
{
    private readonly Post old = Make.Still(1, "A heron"), late = Make.Still(9, "A stork");

    [Fact]
    public async Task the_menu_of_the_gallery_keeps_a_layout_and_shows_the_same_list_in_it()
    {
        await StoreAsync(old, late);
        var page = await OpenAsync("/?search=heron");
        var apply = page.QuerySelector("#keep")!;
        Assert.Equal(("filters", "post"), (apply.GetAttribute("form"), apply.GetAttribute("formmethod")));
        GetRedirectUrl(await ChooseAsync(("density", "spacious")));
        // Without scripts all of the form is sent; the density of a page that was opened before is no choice.
        var to = GetRedirectUrl(await PostAsync(apply.GetAttribute("formaction")!, ("search", "heron"), ("type", ""), ("view", "list"),
            ("density", "comfortable"), ("columns", "auto"), ("sort", ""), ("nonsense", "x")));
        Assert.Equal("/?search=heron&view=list&density=comfortable&columns=auto", to);
        page = await OpenAsync("/");
        Assert.NotNull(page.QuerySelector(".wall--list.wall--spacious"));
        Assert.Equal([late.Id, old.Id], CardsOf(page));
    }

    [Fact]
    public async Task the_view_of_a_list_becomes_the_default_by_one_button()
    {
        await StoreAsync(old, late);
        var button = (await OpenAsync("/?sort=date_asc&view=grid")).QuerySelector(".look [formaction*='handler=default']")!;
        var to = GetRedirectUrl(
            await PostAsync(button.GetAttribute("formaction")!, ("search", "heron"), ("sort", "date_asc"), ("view", "grid"),
            ("unit", "")));
        Assert.Equal("/?search=heron&sort=date_asc&view=grid", to);
        var page = await OpenAsync("/");
        Assert.Equal([old.Id, late.Id], CardsOf(page));
        Assert.NotNull(page.QuerySelector(".wall--grid"));
    }

    [Fact]
    public async Task cards_and_videos_play_by_themselves_where_that_is_preferred()
    {
        var file = new PostFile { Sha256 = new('a', 64), Mime = "video/mp4", Length = 9, Method = "uuid-in-name" };
        var clip = Make.Clip(old, 5) with { File = file };
        await StoreAsync(old, clip);
        Assert.NotNull((await OpenAsync("/")).QuerySelector("[data-preview]"));
        Assert.Null((await OpenAsync($"/posts/{clip.Id}")).QuerySelector("clip-player video[autoplay], clip-player video[muted]"));
        GetRedirectUrl(await ChooseAsync(("hover_preview", "off"), ("autoplay", "on")));
        Assert.Null((await OpenAsync("/")).QuerySelector("[data-preview]"));
        Assert.NotNull((await OpenAsync($"/posts/{clip.Id}")).QuerySelector("clip-player video[autoplay][muted]"));
    }

    [Fact]
    public async Task a_theme_is_chosen_for_the_library_and_known_where_no_database_is_asked()
    {
        GetRedirectUrl(await PostAsync("/theme", ("theme", "dark"), ("from", "/")));
        foreach (var address in (string[])["/", "/settings", "/help/search", "/error/404"])
            Assert.Equal("dark", (await OpenAsync(address)).DocumentElement.GetAttribute("data-theme"));
        GetRedirectUrl(await PostAsync("/theme", ("theme", "system"), ("from", "/")));
        Assert.Null((await OpenAsync("/", "Cookie: theme=dark")).DocumentElement.GetAttribute("data-theme"));
    }
}
