using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Tests.Support;

namespace Sovia.Tests.Web;

/// <summary>
/// A method that an address does not know is refused with the error page, or in JSON by the API; it is never a fault of the site.
/// </summary>
public sealed class UnsupportedMethodTests(SoviaHost host) : HostTest(host)
{
    private static readonly string[] Methods = ["PATCH", "PUT", "DELETE", "TRACE", "PURGE"];

    private static readonly HttpStatusCode[] Refusals =
        [HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed];

    [Fact]
    public async Task no_page_fails_on_a_method_that_it_does_not_know()
    {
        var pages = Host.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Select(route => Regex.Replace(route, @"\{[^}]*\}", "11111111-0000-4000-8000-000000000001")).Distinct().ToList();
        Assert.True(pages.Count > 20);
        foreach (var (method, page) in Methods.SelectMany(method => pages.Append("/nothing/here").Select(page => (method, page))))
        {
            using var answer = await SendAsync(method, page);
            Assert.True(Refusals.Contains(answer.StatusCode), $"{method} {page}: {answer.StatusCode}");
            Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("PATCH", "/api/media", 405, "method_not_allowed")]
    [InlineData("DELETE", "/api/stats", 405, "method_not_allowed")]
    [InlineData("PUT", "/api/nothing", 405, "method_not_allowed")]
    [InlineData("GET", "/api/nothing", 404, "not_found")]
    [InlineData("GET", "/api/media/not-an-id", 404, "not_found")]
    public async Task the_api_refuses_in_json(string method, string address, int status, string code)
    {
        using var answer = await SendAsync(method, address);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string address)
    {
        using var client = Host.Site.Server.CreateClient();
        return await client.SendAsync(new(new(method), address));
    }
}
