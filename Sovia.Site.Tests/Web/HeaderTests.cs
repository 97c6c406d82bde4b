using System.Net;
using Sovia.Tests.Pages;
using Sovia.Tests.Support;

namespace Sovia.Tests.Web;

public sealed class HeaderTests(SoviaHost host) : PageTest(host)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/import")]
    [InlineData("/nothing-here")]
    [InlineData("/favicon.svg")]
    [InlineData("/files/00000000-0000-0000-0000-00000000abcd")]
    public async Task every_response_is_kept_to_itself(string address)
    {
        var headers = (await GetAsync(address)).Headers;
        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", headers.GetValues("Cross-Origin-Opener-Policy").Single());
    }

    [Fact]
    public async Task a_program_is_not_sent_a_page_for_an_error()
    {
        var response = await GetAsync("/nothing-here", "Accept: application/json");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task a_form_without_a_token_is_explained()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/import") { Content = new MultipartFormDataContent() };
        request.Headers.Add("Accept", "text/html");
        var response = await SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull((await ReadAsync(response)).QuerySelector("main .notice"));
    }
}
