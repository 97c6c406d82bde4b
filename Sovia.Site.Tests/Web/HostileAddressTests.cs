using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Sovia.Import;
using Sovia.Tests.Pages;
using Sovia.Tests.Support;

namespace Sovia.Tests.Web;

/// <summary>No text in an address or a form, however odd, is a fault of the server.</summary>
public sealed class HostileAddressTests(SoviaHost host) : PageTest(host)
{
    private static readonly string[] Paths =
    [
        "/{0}", "/files/{0}", "/files/00000000-0000-0000-0000-00000000abcd{0}", "/files/00000000-0000-0000-0000-00000000abcd/{0}",
        "/files/by-hash/{0}", "/files/by-hash/aa/{0}",
        "/posts/{0}", "/import/{0}", "/media/lists/{0}", "/media/{0}", "/error/{0}", "/demo/{0}", "/help/{0}", "/css/{0}", "/js/{0}",
        "/lib/{0}", "/theme/{0}", "/health/{0}",
    ];

    private static readonly string[] Parameters =
        ["search", "model", "mode", "host", "type", "liked", "month", "sort", "seed", "unit", "after", "before", "at", "on", "prompt",
            "videos", "handler", "scope", "run", "ids", "covers", "pin", "walk", "query", "find", "show"];

    private static readonly string[] Texts = ["a%00b", "%ff%fe", "%ed%a0%80", "%2500", "..%2f..%00", "%0a%0d%e2%80%ae",
        "99999999999999999999", "-1"];

    [Fact]
    public async Task a_path_with_anything_in_it_is_found_or_not()
    {
        foreach (var path in Paths)
            foreach (var text in Texts.Where(text => !text.Contains("%00", StringComparison.Ordinal)))
                await NoFaultAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, text));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/facets")]
    [InlineData("/media")]
    [InlineData("/media/get")]
    [InlineData("/media/missing")]
    [InlineData("/media/review")]
    [InlineData("/media/unshowable")]
    [InlineData("/media/lists/links")]
    [InlineData("/posts/00000000-0000-0000-0000-00000000abcd")]
    [InlineData("/import")]
    [InlineData("/help/search")]
    [InlineData("/compare")]
    [InlineData("/selection")]
    [InlineData("/history")]
    [InlineData("/trash")]
    public async Task a_parameter_with_anything_in_it_is_read_or_refused(string page)
    {
        await StoreAsync(Make.Still(1, "a heron"), Make.Still(2, "a stork"));
        foreach (var parameter in Parameters)
            foreach (var text in Texts)
                await NoFaultAsync($"{page}?{parameter}={text}");
        foreach (var sort in new[] { "type", "likes", "model", "videos", "random", "date_asc" })
            foreach (var text in Texts)
                await NoFaultAsync($"{page}?sort={sort}&after={text}&unit=post");
    }

    [Theory]
    [InlineData("/files/a\0b")]
    [InlineData("/files/00000000-0000-0000-0000-00000000abcd/thumb\0")]
    [InlineData("/\0")]
    [InlineData("/media/lists/\0")]
    public async Task a_path_with_a_nul_is_refused(string path)
    {
        // A client does not send one; a server in front may hand one on.
        var context = await Host.Site.Server.SendAsync(context =>
        {
            context.Request.Method = "GET";
            context.Request.Host = new("localhost");
            context.Request.Path = path;
        });
        Assert.Equal(StatusCodes.Status400BadRequest, context.Response.StatusCode);
    }

    [Fact]
    public async Task a_file_may_be_called_anything()
    {
        using var form = new MultipartFormDataContent();
        var file = new StringContent("""[{"id":"aaaaaaaa-0000-4000-8000-000000000001"}]""");
        file.Headers.ContentDisposition = ContentDispositionHeaderValue.Parse("form-data; name=files; filename*=UTF-8''a%00b.json");
        form.Add(file);
        var response = await PostAsync("/import", "/import", form);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        await using var session = Host.Store.QuerySession();
        var run = (await session.LoadAsync<ImportRun>(Guid.Parse(response.Headers.Location!.ToString().Split('/')[^1])))!;
        Assert.DoesNotContain('\0', Assert.Single(run.Sources).Name);
    }

    private async Task NoFaultAsync(string address)
    {
        using var response = await GetAsync(address);
        Assert.True((int)response.StatusCode < 500, $"{address}: {response.StatusCode}");
    }
}
