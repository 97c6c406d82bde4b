using System.Net;
using Sovia.Tests.Pages;
using Sovia.Tests.Support;

namespace Sovia.Tests.Web;

public sealed class ThemeTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task a_choice_is_kept_in_a_cookie_and_shown_by_every_page()
    {
        var response = await ChooseAsync("dark", "/import?x=1");
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/import?x=1", response.Headers.Location!.ToString());
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("theme=dark", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        var page = await OpenAsync("/", "Cookie: theme=dark");
        Assert.Equal("dark", page.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal("true", page.QuerySelector("button[name=theme][value=dark]")!.GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task the_system_decides_again_once_the_cookie_is_gone() =>
        Assert.Contains("expires=Thu, 01 Jan 1970", (await ChooseAsync("system", "/")).Headers.GetValues("Set-Cookie").Single(),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task the_way_back_never_leaves_the_site(string from) =>
        Assert.Equal("/", (await ChooseAsync("light", from)).Headers.Location!.ToString());

    [Fact]
    public async Task an_invented_theme_in_the_cookie_is_none() =>
        Assert.Null((await OpenAsync("/", "Cookie: theme=%22%3E%3Cscript%3E")).DocumentElement.GetAttribute("data-theme"));

    private Task<HttpResponseMessage> ChooseAsync(string theme, string from) => SendAsync(new HttpRequestMessage(HttpMethod.Post, "/theme")
    {
        Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["theme"] = theme, ["from"] = from }),
    });
}
