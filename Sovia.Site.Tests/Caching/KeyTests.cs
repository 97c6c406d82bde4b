using Alba;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Library.Writing;
using Sovia.Tests.Support;

namespace Sovia.Tests.Caching;

/// <summary>A response cached for one request is not served for another.</summary>
public sealed class KeyTests(SoviaHost host) : HostTest(host)
{
    [Fact]
    public async Task two_libraries_of_the_same_version_do_not_see_each_others_pages()
    {
        Tenants? tenants = null;
        await using var site = await SecondSite.StartAsync(await Host.CreateDatabaseAsync(), Host.DataDirectory,
            builder => builder.ConfigureServices(
            services => services.AddSingleton<ISessionFactory>(provider => tenants = new(provider.GetRequiredService<IDocumentStore>()))));
        using var client = site.Server.CreateClient();
        await client.GetStringAsync("/help/keys");
        var answers = new Dictionary<string, (string Tag, string[] Texts)>();
        foreach (var (tenant, prompt) in new[] { ("one", "a heron"), ("two", "a stork") })
        {
            tenants!.Tenant = tenant;
            await StoreAsync(site, tenant, Make.Still(1, prompt));
            Assert.Equal(1, (await site.Services.GetRequiredService<LibraryStateCache>().GetCurrentAsync(tenant, default)).Version);
            using var page = await client.SendAsync(UncachedResponse.CreateRequest("/"));
            answers[tenant] = (page.Headers.ETag!.ToString(),
                [await page.Content.ReadAsStringAsync(), await client.GetStringAsync("/?sort=random&seed=1"),
                    await client.GetStringAsync("/facets?search=heron")]);
        }
        Assert.NotEqual(answers["one"].Tag, answers["two"].Tag);
        Assert.All(answers["one"].Texts[..2], text => Assert.Contains("a heron", text, StringComparison.Ordinal));
        Assert.All(answers["two"].Texts[..2], text => Assert.DoesNotContain("a heron", text, StringComparison.Ordinal));
        Assert.All(answers["two"].Texts[..2], text => Assert.Contains("a stork", text, StringComparison.Ordinal));
        Assert.Contains("data-count=\"1\"", answers["one"].Texts[2], StringComparison.Ordinal);
        Assert.Contains("data-count=\"0\"", answers["two"].Texts[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_browser_that_knew_another_library_at_this_address_is_sent_this_one()
    {
        var pages = new List<HttpResponseMessage>();
        foreach (var prompt in (string[])["a heron", "a stork"])
        {
            await using var site = await SecondSite.StartAsync(await Host.CreateDatabaseAsync(), Host.DataDirectory);
            await StoreAsync(site, null, Make.Still(1, prompt));
            using var client = site.Server.CreateClient();
            pages.Add(await client.SendAsync(UncachedResponse.CreateRequest("/",
                pages.Select(known => $"If-None-Match: {known.Headers.ETag}"))));
        }
        Assert.Equal(System.Net.HttpStatusCode.OK, pages[1].StatusCode);
        Assert.Contains("a stork", await pages[1].Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task results_for_today_are_not_shown_tomorrow()
    {
        await StoreAsync(Make.Still(1, "a heron"));
        var clock = new Calendar { Now = Make.Start.AddHours(2) };
        await using var site = await SecondSite.StartBesideAsync(Host, services => services.AddSingleton<TimeProvider>(clock));
        using var client = site.Server.CreateClient();
        Assert.Contains("a heron", await client.GetStringAsync("/?search=date:today"), StringComparison.Ordinal);
        clock.Now += TimeSpan.FromDays(1);
        Assert.DoesNotContain("a heron", await client.GetStringAsync("/?search=date:today"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task responses_to_typing_are_cached_apart_from_the_page()
    {
        await StoreAsync(Make.Still(1, "a heron"));
        using var client = Host.Site.Server.CreateClient();
        using var typed = await client.SendAsync(
            UncachedResponse.CreateRequest("/?search=heron", "HX-Request: true", "HX-Trigger-Name: search"));
        using var chosen = await client.SendAsync(UncachedResponse.CreateRequest("/?search=heron", "HX-Request: true"));
        Assert.NotEqual(typed.Headers.ETag, chosen.Headers.ETag);
        Assert.Equal(["HX-Request", "HX-Boosted", "HX-Trigger-Name"], typed.Headers.Vary);
        Assert.True(typed.Headers.Contains("HX-Replace-Url"));
        Assert.True(chosen.Headers.Contains("HX-Push-Url"));
        using var again = await client.SendAsync(
            UncachedResponse.CreateRequest("/?search=heron", "HX-Request: true", "HX-Trigger-Name: search"));
        Assert.Equal(["HX-Request", "HX-Boosted", "HX-Trigger-Name"], again.Headers.Vary);
        Assert.True(again.Headers.Contains("HX-Replace-Url"));
    }

    private static async Task StoreAsync(IAlbaHost site, string? tenant, Post post)
    {
        await using var session = site.Services.GetRequiredService<IDocumentStore>()
            .LightweightSession(tenant ?? JasperFx.StorageConstants.DefaultTenantId);
        session.Store(post);
        await RefreshFamilies.RefreshAsync(session, [post], [], CancellationToken.None);
        await session.SaveChangesAsync();
    }

    // Opens the sessions of one tenant, then of another.
    private sealed class Tenants(IDocumentStore store) : ISessionFactory
    {
        public string Tenant { get; set; } = "one";

        public IQuerySession QuerySession() => store.QuerySession(Tenant);

        public IDocumentSession OpenSession() => store.LightweightSession(Tenant);
    }

    // The date is set by hand. Timers use the real clock.
    private sealed class Calendar : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
