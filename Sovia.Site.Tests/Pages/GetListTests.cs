using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Import;
using Sovia.Library.Writing;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>Download lists for what a query finds, and for what came with an import.</summary>
public sealed class GetListTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task a_list_holds_exactly_what_its_query_finds()
    {
        var (heron, stork) = (Make.Still(1, "a heron"), Make.Still(2, "a stork"));
        var clip = Make.Clip(heron);
        await StoreAsync(heron, stork, clip);
        Assert.Equal([heron.Id, clip.Id], await IdsAsync("search=heron"));
        Assert.Equal([heron.Id], await IdsAsync("search=heron&unit=post"));
        Assert.Equal([clip.Id], await IdsAsync("type=video&unit=post"));
        Assert.Equal([stork.Id], await IdsAsync("search=-heron"));
        Assert.Empty(await IdsAsync("search=nobody"));
        var page = await OpenAsync("/media/get?search=heron");
        Assert.Contains(page.QuerySelectorAll("a[download]"), link =>
            link.GetAttribute("href") == "/media/lists/aria2?access=cookie&scope=query&search=heron");
    }

    [Fact]
    public async Task each_list_says_how_many_files_it_holds()
    {
        var (heron, stork) = (Make.Still(1, "a heron"), Make.Still(2, "a stork"));
        await StoreAsync(heron, stork, Make.Clip(heron));
        var links = (await OpenAsync("/media/get?search=heron")).QuerySelectorAll("a[download]");
        Assert.All(links, link => Assert.Equal("Sign-in required (2)", link.TextContent));
        var without = await OpenAsync("/media/get?search=nobody");
        Assert.Empty(without.QuerySelectorAll("a[download]"));
        Assert.Contains("All files of these results are saved", without.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task posts_of_an_import_are_found_and_listed()
    {
        var (old, fresh) = (Make.Still(1, "old"), Make.Still(2, "fresh"));
        var run = Guid.NewGuid();
        await StoreAsync(old, fresh);
        await using var session = Host.Store.LightweightSession();
        ImportedPostWriter.Enlist(session, run, [fresh.Id], _ => true);
        session.Store(fresh);
        RefreshFamilies.AdvanceVersion(session);
        await session.SaveChangesAsync();
        Assert.Equal([fresh.Id], CardsOf(await OpenAsync($"/?search=import:{run}")));
        Assert.Equal([fresh.Id], await IdsAsync($"search=import:{run}&unit=post"));
        Assert.Empty(CardsOf(await OpenAsync($"/?search=import:{Guid.NewGuid()}")));
    }

    private async Task<Guid[]> IdsAsync(string query)
    {
        using var answer = await GetAsync($"/media/lists/csv?access=cookie&scope=query&{query}");
        Assert.True(answer.IsSuccessStatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        var store = Host.Site.Services.GetRequiredService<NpgsqlDataSource>();
        await using var command = store.CreateCommand("select id from sovia.mt_doc_post order by data ->> 'createdAt'");
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new List<Guid>();
        while (await reader.ReadAsync())
            if (text.Contains(reader.GetGuid(0).ToString(), StringComparison.Ordinal)) ids.Add(reader.GetGuid(0));
        return [.. ids];
    }
}
