using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sovia.Preferences;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages.Settings;

public sealed class SettingsPageTests(SoviaHost host) : SettingsTest(host)
{
    [Fact]
    public async Task every_preference_has_a_control_and_says_what_it_does()
    {
        var page = await OpenAsync("/settings");
        Assert.Equal(PreferenceCatalog.All.Select(one => one.Name), page.QuerySelectorAll("[data-preference]")
            .Select(line => line.GetAttribute("data-preference")));
        foreach (var line in page.QuerySelectorAll("[data-preference]"))
        {
            var control = line.QuerySelector("select, input:not([type=hidden])")!;
            Assert.Equal(control.Id, line.QuerySelector("label")!.GetAttribute("for"));
            Assert.NotEmpty(page.GetElementById(control.GetAttribute("aria-describedby")!)!.TextContent);
        }
        Assert.Null(page.QuerySelector("[form=reset], .settings__notes"));
    }

    [Fact]
    public async Task only_what_was_changed_on_the_page_is_changed()
    {
        var (one, other) = (await OpenAsync("/settings"), await OpenAsync("/settings"));
        GetRedirectUrl(await SubmitAsync(one, ("view", "list"), ("page_size", "100")));
        GetRedirectUrl(await SubmitAsync(other, ("density", "compact")));
        GetRedirectUrl(await SubmitAsync(one, ("view", "list"), ("page_size", "100")));
        var page = await OpenAsync("/settings");
        Assert.Equal(("list", "compact", "100"), (ValueOf(page, "view"), ValueOf(page, "density"), ValueOf(page, "page_size")));
        Assert.Equal(["view", "density", "page_size", ""], page.QuerySelectorAll("[form=reset]")
            .Select(button => button.GetAttribute("value")));
    }

    [Fact]
    public async Task an_invalid_value_is_reported_beside_its_field_and_nothing_is_saved()
    {
        using var answer = await ChooseAsync(("time_zone", "Mars/<b>Olympus"), ("view", "list"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await ReadAsync(answer);
        var field = page.QuerySelector<IHtmlInputElement>("input[name=time_zone]")!;
        Assert.Equal(("Mars/<b>Olympus", "true"), (field.Value, field.GetAttribute("aria-invalid")));
        Assert.Contains(field.GetAttribute("aria-describedby")!.Split(' '), id =>
            page.GetElementById(id)!.TextContent.Contains("Olympus", StringComparison.Ordinal));
        Assert.Equal("list", ValueOf(page, "view"));
        Assert.Equal("masonry", ValueOf(await OpenAsync("/settings"), "view"));
        // Corrected on the page that told of it, both are chosen.
        GetRedirectUrl(await SubmitAsync(page, ("time_zone", " Europe/Berlin ")));
        page = await OpenAsync("/settings");
        Assert.Equal(("Europe/Berlin", "list"), (page.QuerySelector<IHtmlInputElement>("input[name=time_zone]")!.Value,
            ValueOf(page, "view")));
    }

    [Fact]
    public async Task one_is_reset_and_then_all()
    {
        GetRedirectUrl(await ChooseAsync(("view", "list"), ("density", "compact"), ("theme", "dark")));
        GetRedirectUrl(await PostAsync("/settings?handler=reset", ("name", "view")));
        var page = await OpenAsync("/settings");
        Assert.Equal(("masonry", "compact"), (ValueOf(page, "view"), ValueOf(page, "density")));
        GetRedirectUrl(await PostAsync("/settings?handler=reset", ("name", "")));
        GetRedirectUrl(await PostAsync("/settings?handler=reset", ("name", "")));
        page = await OpenAsync("/settings");
        Assert.Equal(("masonry", "comfortable", "system"), (ValueOf(page, "view"), ValueOf(page, "density"), ValueOf(page, "theme")));
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("/settings?handler=reset", ("name", "nonsense"))).StatusCode);
    }

    [Fact]
    public async Task a_form_from_another_site_changes_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post,
            "/settings")
        { Content = new FormUrlEncodedContent([new("view", "list")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(request)).StatusCode);
        Assert.Equal("masonry", ValueOf(await OpenAsync("/settings"), "view"));
        Assert.Equal(HttpStatusCode.BadRequest,
            (await SendAsync(new(HttpMethod.Post, "/settings") { Content = new StringContent("{}") })).StatusCode);
    }

    [Fact]
    public async Task cookie_settings_apply_until_a_preference_is_saved()
    {
        await StoreAsync(Make.Still());
        const string Cookie = "Cookie: display=list.compact.4; theme=dark";
        var page = await OpenAsync("/settings", Cookie);
        Assert.Equal(("list", "compact", "4", "dark"),
            (ValueOf(page, "view"), ValueOf(page, "density"), ValueOf(page, "columns"), ValueOf(page, "theme")));
        GetRedirectUrl(await SubmitAsync(page, ("view", "grid"), ("theme", "light")));
        var gallery = await OpenAsync("/", Cookie);
        Assert.NotNull(gallery.QuerySelector(".wall--grid.wall--compact[style*='--chosen-columns:4']"));
        Assert.Equal("light", gallery.DocumentElement.GetAttribute("data-theme"));
        Assert.Null((await OpenAsync("/", "Cookie: theme=dark; display=nonsense")).QuerySelector(".wall--compact"));
    }

    private static string ValueOf(IHtmlDocument page, string name) =>
        page.QuerySelector<IHtmlSelectElement>($"select[name={name}]")!.Value!;
}
