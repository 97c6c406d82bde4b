using System.Net;
using Alba;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>A page that fails once is whole the next time, and what was sent in its place has no tag.</summary>
public sealed class FailedPagesTests(SoviaHost host) : PageTest(host)
{
    private static readonly (string Address, string[] Headers)[] Asked =
    [
        ("/", []), ("/?search=heron", []), ("/?search=heron", ["HX-Request: true"]), ("/?sort=random&seed=7", []),
        ("/facets?search=heron", []),
        ("/facets?search=heron&handler=Count", ["HX-Request: true"]), ("/facets?search=heron&handler=Months", ["HX-Request: true"]),
    ];

    private static readonly (string Name, Action<FaultOnce> Plan)[] Faults =
    [
        ("throws in its handler", once => once.InHandler(_ => throw new InvalidOperationException("once"))),
        ("is cancelled by somebody else", once => once.InHandler(_ => throw new OperationCanceledException())),
        ("throws half written", once => once.InResult(async (page, _) =>
        {
            await page.HttpContext.Response.WriteAsync("<p>half");
            throw new InvalidOperationException("once");
        })),
        ("throws half sent", once => once.InResult(async (page, _) =>
        {
            await page.HttpContext.Response.StartAsync();
            await page.HttpContext.Response.WriteAsync("<p>half");
            throw new InvalidOperationException("once");
        })),
        ("is shorter than it says", once => once.InResult(async (page, _) =>
        {
            page.HttpContext.Response.ContentLength = 1 << 20;
            await page.HttpContext.Response.WriteAsync("<p>half");
        })),
        ("takes the going of its reader for its end", once => once.InResult(async (page, _) =>
        {
            page.HttpContext.Abort();
            await page.HttpContext.Response.WriteAsync("<p>half");
        })),
        ("is refused with a page", once => once.InResult(async (page, next) =>
        {
            page.Result = new ContentResult { Content = "later", StatusCode = StatusCodes.Status503ServiceUnavailable };
            await next();
        })),
    ];

    [Fact]
    public async Task a_page_that_fails_once_is_whole_the_next_time()
    {
        await StoreAsync([.. Enumerable.Range(1, 20).Select(i => Make.Still(i, "a heron at dawn"))]);
        var once = new FaultOnce();
        await using var site = await SecondSite.StartBesideAsync(Host,
            services => services.Configure<MvcOptions>(options => options.Filters.Add(once)));
        using var client = site.Server.CreateClient();
        var wrong = new List<string>();
        foreach (var (name, plan) in Faults)
            foreach (var (address, headers) in Asked)
            {
                // What was kept of the page before would hide what becomes of this one.
                var own = $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}of={name.Replace(' ', '-')}";
                plan(once);
                if (await TagAsync(client, own, headers) is { } tag)
                    wrong.Add($"a page that {name}: {own} [{string.Join(", ", headers)}] bears {tag}");
                if (await UncachedResponse.CompareAsync(client, own, headers) is { } difference) wrong.Add(
                    $"a page that {name}: {difference}");
            }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task a_page_is_whole_again_once_the_pool_has_connections()
    {
        await StoreAsync([.. Enumerable.Range(1, 20).Select(i => Make.Still(i, "a heron at dawn"))]);
        await using var site = await SecondSite.StartAsync(new NpgsqlConnectionStringBuilder(Host.ConnectionString)
        {
            MaxPoolSize = 4,
            Timeout = 1
        }.ConnectionString, Host.DataDirectory);
        using var client = site.Server.CreateClient();
        // The state of the library is known from here on, so that the pages are what fails.
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/help/keys")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/?type=image")).StatusCode);
        var connections = await HoldAllAsync(site);
        foreach (var (address, headers) in Asked) Assert.Null(await TagAsync(client, address, headers));
        foreach (var connection in connections) await connection.DisposeAsync();
        foreach (var (address, headers) in Asked) Assert.Null(await UncachedResponse.CompareAsync(client, address, headers));
    }

    [Fact]
    public async Task a_page_that_is_refused_without_a_word_is_explained()
    {
        var once = new FaultOnce();
        await using var site = await SecondSite.StartBesideAsync(Host,
            services => services.Configure<MvcOptions>(options => options.Filters.Add(once)));
        using var client = site.Server.CreateClient();
        foreach (var address in new[] { "/", "/facets?search=heron", "/posts/00000000-0000-0000-0000-00000000abcd" })
        {
            once.InResult(async (page, next) =>
            {
                page.Result = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
                await next();
            });
            using var answer = await client.GetAsync(address);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal("503", (await ReadAsync(answer)).QuerySelector("main .notice__code")?.TextContent);
        }
    }

    private static async Task<List<NpgsqlConnection>> HoldAllAsync(IAlbaHost site)
    {
        var (source, connections) = (site.Services.GetRequiredService<NpgsqlDataSource>(), new List<NpgsqlConnection>());
        try
        {
            while (true) connections.Add(await source.OpenConnectionAsync());
        }
        catch (NpgsqlException)
        {
            Assert.NotEmpty(connections);
            return connections;
        }
    }

    // Of an answer that is no page, or none.
    private static async Task<string?> TagAsync(HttpClient client, string address, string[] headers)
    {
        try
        {
            using var answer = await client.SendAsync(UncachedResponse.CreateRequest(address, headers));
            return answer.Headers.ETag?.ToString();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException)
        {
            return null;
        }
    }
}
