using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages.Settings;

/// <summary>Presets as they are saved, shown and managed without scripts.</summary>
public sealed class PresetPageTests(SoviaHost host) : SettingsTest(host)
{
    private readonly Post heron = Make.Still(1, "A heron"), stork = Make.Still(9, "A stork");

    [Fact]
    public async Task a_gallery_is_saved_and_shown_again_by_a_click_with_every_filter_and_its_view()
    {
        var clip = Make.Clip(heron, 2, "a heron flies");
        await StoreAsync(heron, stork, clip, Make.Clip(stork, 3, "a stork flies"));
        await ChangeAsync(new() { Rating = 4, Liked = true, AddTags = ["wet birds"] }, clip.Id);
        const string Address =
            "/?type=video&liked=true&rating=4&tag=wet%20birds&mode=custom&search=heron&sort=date_asc&unit=post&view=list&columns=3";
        var shown = await OpenAsync(Address);
        Assert.Equal([clip.Id], CardsOf(shown));
        var form = shown.QuerySelector(".presets form")!;
        var to = GetRedirectUrl(
            await PostAsync(form.GetAttribute("action")!, ("query", form.QuerySelector<IHtmlInputElement>("[name=query]")!.Value),
            ("name", "Wet herons")));
        foreach (var part in Address[2..].Split('&')) Assert.Contains(part, to[2..].Split('&'));
        var link = (await OpenAsync("/")).QuerySelector(".presets a[data-preset]")!;
        Assert.Equal((to, "Wet herons"), (link.GetAttribute("href"), link.TextContent));
        var again = await OpenAsync(to);
        Assert.Equal([clip.Id], CardsOf(again));
        Assert.NotNull(again.QuerySelector(".wall--list[style*='--chosen-columns:3']"));
        Assert.Equal("true", again.QuerySelector(".presets a[data-preset]")!.GetAttribute("aria-current"));
        Assert.Equal("Wet herons", again.QuerySelector(".presets summary span")!.TextContent);
        Assert.Null((await OpenAsync("/?liked=true")).QuerySelector(".presets a[aria-current]"));
    }

    [Fact]
    public async Task the_default_preset_is_shown_where_an_address_names_nothing_and_nowhere_else()
    {
        await StoreAsync(heron, stork);
        GetRedirectUrl(await PostAsync("/presets/new", ("name", "Herons"), ("query", "search=heron&view=grid"), ("default", "true")));
        var page = await OpenAsync("/");
        Assert.Equal([heron.Id], CardsOf(page));
        Assert.NotNull(page.QuerySelector(".wall--grid"));
        Assert.Equal("/?search=heron&view=grid", page.QuerySelector("#named")!.GetAttribute("href"));
        Assert.Equal([heron.Id], CardsOf(await OpenAsync("/?utm_source=mail")));
        var everything = page.QuerySelectorAll("a").First(link => link.TextContent == "Show everything").GetAttribute("href")!;
        Assert.Equal("/?preset=none", everything);
        foreach (var address in (string[])[everything, page.QuerySelector(".chips a")!.GetAttribute("href")!, "/?search=", "/?view=masonry",
            "/?sort=date_desc"])
            Assert.Equal((address, 2), (address, CardsOf(await OpenAsync(address)).Count));
        // What leads on from everything does not lead back to the preset.
        page = await OpenAsync(everything);
        Assert.Equal(("none", "filters"), (page.QuerySelector<IHtmlInputElement>("input[name=preset]")!.Value,
            page.QuerySelector("input[name=preset]")!.GetAttribute("form")));
        Assert.Equal("/?preset=none", page.QuerySelector("#named")!.GetAttribute("href"));
        Assert.Contains("/?preset=none&at=",
            (await OpenAsync($"/posts/{heron.Id}")).QuerySelector(".stage__go--back")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("/?search=stork", (await GetAsync("/?search=stork&preset=none", "HX-Request: true")).Headers.GetValues("HX-Push-Url")
            .Single());
        Assert.Equal("/?preset=none", (await GetAsync("/?search=&preset=none", "HX-Request: true")).Headers.GetValues("HX-Push-Url")
            .Single());
    }

    [Fact]
    public async Task the_order_is_address_then_preset_then_preferences_then_defaults()
    {
        await StoreAsync(heron, stork);
        GetRedirectUrl(await ChooseAsync(("sort", "date_asc"), ("view", "list"), ("density", "compact")));
        GetRedirectUrl(await PostAsync("/presets/new", ("name", "Late first"), ("query", "sort=date_desc&view=grid"), ("default", "true")));
        var page = await OpenAsync("/");
        Assert.Equal([stork.Id, heron.Id], CardsOf(page));
        Assert.NotNull(page.QuerySelector(".wall--grid.wall--compact"));
        page = await OpenAsync("/?preset=late%20FIRST&view=masonry");
        Assert.Equal([stork.Id, heron.Id], CardsOf(page));
        Assert.NotNull(page.QuerySelector(".wall--masonry.wall--compact"));
        page = await OpenAsync("/?preset=none");
        Assert.Equal([heron.Id, stork.Id], CardsOf(page));
        Assert.NotNull(page.QuerySelector(".wall--list.wall--compact"));
        Assert.Equal("/?view=grid&sort=date_desc", page.QuerySelector("a[data-preset]")!.GetAttribute("href"));
        page = await OpenAsync("/?preset=nonsense%3Cb%3E");
        Assert.Contains("nonsense<b>", page.QuerySelector(".notes")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_page_that_was_kept_follows_when_a_preset_becomes_the_default_or_is_deleted()
    {
        await StoreAsync(heron, stork);
        GetRedirectUrl(await PostAsync("/presets/new", ("name", "Herons"), ("query", "search=heron")));
        Assert.Equal(2, CardsOf(await OpenAsync("/")).Count);
        var id = (await OpenAsync("/settings")).QuerySelector("[data-preset-id]")!.GetAttribute("data-preset-id")!;
        Assert.Equal("/settings#presets", GetRedirectUrl(await PostAsync("/settings?handler=prefer", ("id", id))));
        Assert.Equal([heron.Id], CardsOf(await OpenAsync("/")));
        Assert.NotNull((await OpenAsync("/settings")).QuerySelector("[data-preset-id][data-default=true]"));
        GetRedirectUrl(await PostAsync("/settings?handler=prefer"));
        Assert.Equal(2, CardsOf(await OpenAsync("/")).Count);
        GetRedirectUrl(await PostAsync("/settings?handler=prefer", ("id", id)));
        GetRedirectUrl(await PostAsync("/settings?handler=delete", ("id", id)));
        Assert.Equal(2, CardsOf(await OpenAsync("/")).Count);
        GetRedirectUrl(await PostAsync("/settings?handler=restore", ("id", id)));
        Assert.Equal("Herons", (await OpenAsync("/")).QuerySelector("a[data-preset]")!.TextContent);
    }

    [Fact]
    public async Task presets_are_managed_on_the_page_of_settings()
    {
        await StoreAsync(heron);
        foreach (var name in (string[])["<b>one</b>", "two"])
            GetRedirectUrl(await PostAsync("/presets/new", ("name", name), ("query", $"search={Uri.EscapeDataString(name)}")));
        var page = await OpenAsync("/settings");
        var ids = page.QuerySelectorAll("[data-preset-id]").Select(line => line.GetAttribute("data-preset-id")!).ToList();
        Assert.Equal(["<b>one</b>", "two"], page.QuerySelectorAll<IHtmlInputElement>("[data-preset-id] input[name=name]")
            .Select(field => field.Value));
        GetRedirectUrl(await PostAsync("/settings?handler=move&to=up", ("id", ids[1])));
        GetRedirectUrl(await PostAsync("/settings?handler=rename", ("id", ids[1]), ("name", "  deux ")));
        using var refused = await PostAsync("/settings?handler=rename", ("id", ids[1]), ("name", "<B>ONE</b>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        page = await ReadAsync(refused);
        var field = page.QuerySelector<IHtmlInputElement>("input[name=name][aria-invalid]")!;
        Assert.Equal("<B>ONE</b>", field.Value);
        Assert.Contains("already exists", page.GetElementById(field.GetAttribute("aria-describedby")!)!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(["deux", "<b>one</b>"], (await OpenAsync("/")).QuerySelectorAll("a[data-preset]").Select(link => link.TextContent));
        foreach (var handler in (string[])["rename", "move&to=up", "prefer", "delete", "restore"])
            Assert.Equal(HttpStatusCode.NotFound,
                (await PostAsync($"/settings?handler={handler}", ("id", $"{Guid.NewGuid()}"), ("name", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("/settings?handler=move&to=sideways", ("id", ids[0]))).StatusCode);
    }

    [Theory]
    [InlineData("", "search=sea", "name")]
    [InlineData("Sea", "search=type:vidoe", "query")]
    [InlineData("TAKEN", "search=sea", "name")]
    public async Task invalid_presets_are_reported_in_the_form_with_the_typed_values(string name, string query, string field)
    {
        await StoreAsync(heron);
        GetRedirectUrl(await PostAsync("/presets/new", ("name", "taken"), ("query", "")));
        using var answer = await PostAsync("/presets/new", ("name", name), ("query", query), ("default", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await ReadAsync(answer);
        var wrong = page.QuerySelector("main [aria-invalid]")!;
        Assert.Equal(field, wrong.GetAttribute("name"));
        Assert.NotEmpty(page.GetElementById(wrong.GetAttribute("aria-describedby")!.Split(' ')[^1])!.TextContent);
        Assert.Equal((name, query, true), (page.QuerySelector<IHtmlInputElement>("#name")!.Value,
            page.QuerySelector<IHtmlInputElement>("#query")!.Value, page.QuerySelector<IHtmlInputElement>("[name=default]")!.IsChecked));
        Assert.Single((await OpenAsync("/")).QuerySelectorAll("a[data-preset]"));
    }

    [Fact]
    public async Task a_preset_of_a_collection_that_is_gone_still_opens()
    {
        await StoreAsync(heron);
        var list = await WithAsync((Sovia.Collections.EditCollections edit) =>
            edit.CreateAsync(new() { Id = default, Name = "Kept", CreatedAt = default, UpdatedAt = default }, default));
        GetRedirectUrl(await PostAsync("/presets/new", ("name", "In it"), ("query", "in=Kept"), ("default", "true")));
        await WithAsync((Sovia.Collections.EditCollections edit) => edit.DeleteAsync(list.Collection!.Id, default));
        using var answer = await GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
