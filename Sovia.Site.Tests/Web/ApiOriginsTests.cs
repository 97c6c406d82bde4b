using System.Net;
using Sovia.Tests.Support;

namespace Sovia.Tests.Web;

/// <summary>Pages of other origins use the API only where the setting names them.</summary>
public sealed class ApiOriginsTests(SoviaHost host) : HostTest(host)
{
    private const string Front = "http://front.example:3000", Stranger = "http://stranger.example";

    [Fact]
    public async Task a_configured_origin_reads_and_changes_and_others_do_not()
    {
        var like = await StoreOneAsync();
        using var folder = new TempFolder();
        await using var site = await SecondSite.StartAsync(Host.ConnectionString, folder.Path, builder =>
            builder.UseSetting("Sovia:ApiOrigins", $"https://other.example, {Front}/"));
        using var client = site.Server.CreateClient();
        Assert.Equal(Front, AllowedOrigin(await SendAsync(client, "GET", "/api/media", Front)));
        Assert.Equal(Front, AllowedOrigin(await SendAsync(client, "OPTIONS", like, Front, "PUT")));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(client, "PUT", like, Front)).StatusCode);
        Assert.Null(AllowedOrigin(await SendAsync(client, "GET", "/api/media", Stranger)));
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(client, "PUT", like, Stranger)).StatusCode);
        // Pages have forms and tokens, which no other origin may read.
        Assert.Null(AllowedOrigin(await SendAsync(client, "GET", "/", Front)));
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(client, "POST", "/settings", Front)).StatusCode);
    }

    [Fact]
    public async Task without_the_setting_no_other_origin_can()
    {
        var like = await StoreOneAsync();
        using var client = Host.Site.Server.CreateClient();
        Assert.Null(AllowedOrigin(await SendAsync(client, "GET", "/api/media", Front)));
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(client, "PUT", like, Front)).StatusCode);
    }

    private async Task<string> StoreOneAsync()
    {
        var still = Make.Still(1, "a heron");
        await StoreAsync(still);
        return $"/api/posts/{still.Id}/like";
    }

    private static string? AllowedOrigin(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null;

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string address, string origin,
        string? preflight = null)
    {
        using var request = new HttpRequestMessage(new(method), address);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        if (preflight is not null) request.Headers.Add("Access-Control-Request-Method", preflight);
        return await client.SendAsync(request);
    }
}
