using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Api;
using Sovia.Tests.Support;

namespace Sovia.Tests.Api;

[Collection(HostCollection.Name)]
public sealed class HealthTests(SoviaHost host)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task a_site_whose_database_answers_is_alive_and_ready(string address)
    {
        using var response = await host.Site.Server.CreateClient().GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public Task a_site_whose_database_is_away_is_alive_and_not_ready() => VerifyUnavailableAsync(services =>
        services.AddSingleton(NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=1")));

    [Fact]
    public Task a_site_without_a_database_is_alive_and_not_ready() => VerifyUnavailableAsync(services =>
        services.AddSingleton<NpgsqlDataSource>(_ => throw new InvalidOperationException("nothing is set")));

    private static async Task VerifyUnavailableAsync(Action<IServiceCollection> database)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddHealth();
        database(builder.Services);
        await using var app = builder.Build();
        app.MapHealth();
        await app.StartAsync();
        using var client = app.GetTestClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
    }
}
