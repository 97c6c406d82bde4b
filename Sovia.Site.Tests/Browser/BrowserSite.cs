using Marten;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Sovia.Library;
using Sovia.Library.Writing;
using Sovia.Tests.Support;

namespace Sovia.Tests.Browser;

/// <summary>The site on a real port with 120 families, and browsers to look at it.</summary>
public sealed class BrowserSite(SoviaHost host) : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>Enough for two further stretches, so that Back has to find its way.</summary>
    public const int Families = 120;

    // Far enough that there are three months to jump between.
    private const int HoursApart = 12;

    /// <summary>Words that would show if they were taken for markup.</summary>
    public const string PromptWithMarkup =
        "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script> ${document.title='owned'}";

    private readonly TempFolder folder = new();
    private readonly Dictionary<bool, IBrowser> browsers = [];
    private string connection = "";
    private IPlaywright? playwright;

    /// <summary>The families' roots, newest first.</summary>
    public IReadOnlyList<Post> Roots { get; private set; } = [];

    /// <summary>Where the site listens.</summary>
    public string Address => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("ConnectionStrings:Postgres", connection)
        .UseSetting("Sovia:DataDirectory", folder.Path)
        .UseSetting("Logging:LogLevel:Default", "Warning")
        .ConfigureServices(services => services.AddSingleton<IStartupFilter, ChunkedResponses>());

    /// <summary>A page of its own profile; started when first asked for, so that nothing runs where tests are skipped.</summary>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions options, bool keepsPages = false)
    {
        playwright ??= await Playwright.CreateAsync();
        if (!browsers.TryGetValue(keepsPages, out var browser))
            browsers[keepsPages] = browser = await Chromium.LaunchAsync(playwright, keepsPages);
        options.BaseURL = Address;
        options.ViewportSize ??= new() { Width = 1280, Height = 800 };
        return await (await browser.NewContextAsync(options)).NewPageAsync();
    }

    /// <summary>The ids of a family's members.</summary>
    public async Task<IReadOnlyList<Guid>> MembersAsync(Guid root)
    {
        await using var session = Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.Query<Post>().Where(post => post.RootId == root).Select(post => post.Id).ToListAsync();
    }

    public async Task InitializeAsync()
    {
        connection = await host.CreateDatabaseAsync();
        UseKestrel(0);
        StartServer();
        Roots = [.. Enumerable.Range(0, Families)
            .Select(i => Make.Still(-i * HoursApart * 60,
                i % 3 == 0 ? null : i == 1 ? PromptWithMarkup : $"Picture {i} of a lighthouse in fog"))];
        Post[] posts = [.. Roots, Make.Clip(Roots[4]), Make.Clip(Roots[4], 2)];
        await using var session = Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Store(posts);
        await RefreshFamilies.RefreshAsync(session, posts, [], CancellationToken.None);
        await session.SaveChangesAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        foreach (var browser in browsers.Values) await browser.DisposeAsync();
        playwright?.Dispose();
        await DisposeAsync();
        folder.Dispose();
    }
}
