using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Collections;
using Sovia.Import;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>
/// What holds for every page: whole for a browser, without its frame for htmx, whole again for a history restore, kept apart by caches.
/// </summary>
public sealed partial class PageAndFragmentTests(SoviaHost host) : PageTest(host)
{
    /// <summary>Every page's route, as it is mapped.</summary>
    public static TheoryData<string> Routes => [.. Known];

    private static readonly string[] Known = ["", "posts/{id:guid}", "posts/{id:guid}/annotate", "posts/{id:guid}/frames", "import",
        "import/{runId:guid}", "duplicates", "media", "media/review", "media/missing", "media/unshowable", "media/get", "demo/{handler?}",
        "error/{status:int}", "facets", "help/search", "help/keys",
        "posts/{id:guid}/similar", "posts/{id:guid}/collections", "collections", "collections/new", "similar", "collections/{id:guid}/edit",
        "collections/{id:guid}/order", "collections/sidebar", "collections/build", "collections/preview", "compare", "cull", "cull/best",
            "cull/finish",
        "prompts", "prompts/{key}", "prompts/likes", "selection", "history", "history/undo", "history/{id:guid}/{handler?}", "trash",
        "trash/files", "settings", "reveal", "presets/new", "stats"];

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [Fact]
    public void no_page_is_left_out()
    {
        var mapped = Host.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(route => route != "Index")
            .Distinct();
        Assert.Equal(Known.Order(), mapped.Order());
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task a_browser_gets_the_whole_page(string route)
    {
        var page = await OpenAsync(await AddressOfAsync(route));
        Assert.NotNull(page.QuerySelector("html[lang] head title"));
        Assert.NotNull(page.QuerySelector("a.skip[href='#main']"));
        Assert.NotNull(page.QuerySelector("main#main h1"));
        Assert.DoesNotContain(page.QuerySelectorAll("[id]").GroupBy(element => element.Id), same => same.Count() > 1);
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task htmx_gets_it_without_its_frame(string route)
    {
        var address = await AddressOfAsync(route);
        using var answer = await GetAsync(address, "HX-Request: true");
        Assert.Equal((await GetAsync(address)).StatusCode, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.NotEmpty(text.Trim());
        Assert.DoesNotContain("<html", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<main", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task a_history_restore_or_a_boosted_link_gets_the_whole_page(string route)
    {
        var address = await AddressOfAsync(route);
        Assert.NotNull((await OpenAsync(address, "HX-Request: true", "HX-History-Restore-Request: true")).QuerySelector("main#main"));
        Assert.NotNull((await OpenAsync(address, "HX-Request: true", "HX-Boosted: true")).QuerySelector("main#main"));
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task caches_keep_page_and_fragment_apart(string route)
    {
        var address = await AddressOfAsync(route);
        Assert.Equal(["HX-Request", "HX-Boosted"], (await GetAsync(address)).Headers.Vary);
        Assert.Equal(["HX-Request", "HX-Boosted"], (await GetAsync(address, "HX-Request: true")).Headers.Vary);
    }

    private async Task<string> AddressOfAsync(string route)
    {
        var post = Make.Still(prompt: "A lighthouse");
        await StoreAsync(post);
        var batch = (await ChangeAsync(new() { Rating = 1 }, post.Id)).Batch!;
        var list = await WithAsync((EditCollections edit) =>
            edit.CreateAsync(new() { Id = Guid.NewGuid(), Name = "Sea", CreatedAt = Make.Start, UpdatedAt = Make.Start }, default));
        var run = new ImportRun { Id = Guid.NewGuid(), State = ImportState.Finished, StartedAt = Make.Start, FinishedAt = Make.Start };
        await using var session = Host.Store.LightweightSession();
        session.Store(run);
        await session.SaveChangesAsync();
        return "/" + Parameter().Replace(route, match => match.Value switch
        {
            "{id:guid}" => (route.StartsWith("history", StringComparison.Ordinal) ? batch.Id
                : route.StartsWith("collections", StringComparison.Ordinal) ? list.Collection!.Id : post.Id).ToString(),
            "{runId:guid}" => run.Id.ToString(),
            "{key}" => PromptKey.Format(PromptKey.ComputeFromClean("a lighthouse")),
            "{handler?}" => "",
            _ => "404",
        }) + (route == "similar" ? $"?ids={post.Id}" : "");
    }
}
