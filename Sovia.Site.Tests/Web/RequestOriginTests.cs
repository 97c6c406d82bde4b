using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Sovia.Tests.Pages;
using Sovia.Tests.Support;
using Sovia.Web;

namespace Sovia.Tests.Web;

/// <summary>Requests that a web page elsewhere makes a browser send.</summary>
public sealed class RequestOriginTests(SoviaHost host) : PageTest(host)
{
    [Theory]
    [InlineData("/", "evil.example")]
    [InlineData("/", "localhost.evil.example")]
    [InlineData("/posts/00000000-0000-0000-0000-00000000abcd", "evil.example:5178")]
    [InlineData("/files/00000000-0000-0000-0000-00000000abcd", "192.168.1.7")]
    [InlineData("/health/live", "evil.example")]
    [InlineData("/favicon.svg", "[2001:db8::1]:5178")]
    public async Task requests_for_another_host_are_rejected(string address, string name)
    {
        var response = await GetAsync(address, $"Host: {name}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("--AllowedHosts=", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:5178")]
    [InlineData("127.0.0.1:80")]
    [InlineData("[::1]:5178")]
    public async Task the_names_of_this_machine_are_answered(string name) =>
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/", $"Host: {name}")).StatusCode);

    [Fact]
    public void names_come_from_the_setting_and_from_the_addresses_to_listen_on()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("AllowedHosts", "gallery.example; *.home.example"),
                new("Urls", "http://0.0.0.0:80;http://+:81;http://studio:82;https://[::]:83")]).Build();
        Assert.Equal("localhost 127.0.0.1 [::1] gallery.example *.home.example studio",
            string.Join(' ', AllowedHosts.ReadAllowed(configuration)));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site: cross-site")]
    [InlineData("Sec-Fetch-Site: same-site")]
    [InlineData("Origin: https://evil.example")]
    [InlineData("Origin: http://localhost:9999")]
    [InlineData("Origin: null")]
    [InlineData("Origin: http://localhost.evil.example")]
    public async Task another_origin_changes_nothing(string header)
    {
        var post = Make.Still();
        await StoreAsync(post);
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete })
        {
            using var request = Request(method, $"/api/posts/{post.Id}/like", header);
            var response = await SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
            Assert.Contains("\"cross_origin\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using var form = Request(HttpMethod.Post, "/import", header);
        form.Headers.Add("Accept", "text/html");
        var page = await SendAsync(form);
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("another website", (await ReadAsync(page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site: same-origin")]
    [InlineData("Sec-Fetch-Site: none")]
    [InlineData("Origin: http://localhost")]
    [InlineData("Accept: */*")]
    public async Task requests_from_the_site_and_from_scripts_are_allowed(string header)
    {
        var post = Make.Still();
        await StoreAsync(post);
        using var request = Request(HttpMethod.Put, $"/api/posts/{post.Id}/like", header);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("https://gallery.example", "gallery.example", false)]
    [InlineData("http://gallery.example:8080", "gallery.example:8080", false)]
    [InlineData("http://gallery.example:8081", "gallery.example:8080", true)]
    [InlineData("http://gallery.example:8080", "gallery.example", true)]
    [InlineData("http://[::1]:5178", "[::1]:5178", false)]
    public void an_origin_is_compared_by_name_and_port(string origin, string host, bool elsewhere)
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new(host);
        request.Headers.Origin = origin;
        Assert.Equal(elsewhere, SameOrigin.IsCrossOrigin(request));
    }

    [Fact]
    public async Task a_refusal_names_the_hosts_that_differ()
    {
        const string Hosts = "from gallery.example:8080, and the request asks for localhost.";
        using var like = Request(HttpMethod.Put, $"/api/posts/{Guid.NewGuid()}/like", "Origin: http://gallery.example:8080");
        Assert.Contains(Hosts, await (await SendAsync(like)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var headers = new[] { ("Origin: http://gallery.example:8080", true), ("Origin: null", false),
            ("Sec-Fetch-Site: cross-site", false) };
        foreach (var (header, isTold) in headers)
        {
            using var form = Request(HttpMethod.Post, "/import", header);
            var page = await ReadAsync(await SendAsync(form));
            Assert.Equal(isTold, page.QuerySelector("main")!.TextContent.Contains(Hosts, StringComparison.Ordinal));
            Assert.Equal(isTold, page.QuerySelector("main")!.TextContent.Contains("proxy", StringComparison.Ordinal));
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, string address, string header)
    {
        var request = new HttpRequestMessage(method, address);
        var (name, value) = header.Split(": ") switch { var parts => (parts[0], parts[1]) };
        request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
