using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class BuildPageTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task the_builder_shows_its_search_its_count_and_twelve_results()
    {
        await StoreAsync([.. Enumerable.Range(0, 15).Select(i => Make.Still(-i, i % 15 == 14 ? "a stork" : $"a heron {i}"))]);
        var page = await OpenAsync("/collections/build");
        Assert.Null(page.QuerySelector("#built [data-count]"));
        Assert.Single(page.QuerySelectorAll(".build__row"));

        const string Asked = "/collections/build?join=all&kind=all&group=0&not=&field=&value=heron";
        var built = await ReadAsync(await GetAsync(Asked, "HX-Request: true"));
        Assert.Equal("14", built.QuerySelector("#built [data-count]")!.GetAttribute("data-count"));
        Assert.Equal(12, built.QuerySelectorAll("[data-post-id]").Length);
        Assert.Equal("((heron))", built.QuerySelector(".build__text code")!.TextContent);
        var make = await OpenAsync(built.QuerySelector("a[href^='/collections/new']")!.GetAttribute("href")!);
        Assert.Equal("search=((heron))", Uri.UnescapeDataString(make.QuerySelector("input[name=query]")!.GetAttribute("value")!));
        // The plain form keeps what was chosen, and says what is wrong with it.
        page = await OpenAsync("/collections/build?join=any&kind=not-any&group=0&not=not&field=rating&value=many");
        Assert.Equal(("any", "not-any", "not", "rating", "many"),
            (Chosen("join"), Chosen("kind"), Chosen("not"), Chosen("field"),
                page.QuerySelector("input[name=value]")!.GetAttribute("value")));
        Assert.Null(page.QuerySelector("#built [data-count]"));
        Assert.NotEmpty(page.QuerySelector(".build-preview .hint")!.TextContent);

        string? Chosen(string name) => page.QuerySelector($"select[name={name}] option[selected]")!.GetAttribute("value");
    }

    [Fact]
    public async Task the_count_of_a_preview_ends_at_a_thousand()
    {
        await StoreAsync([.. Enumerable.Range(0, 1_002).Select(i => Make.Still(-i, "a heron"))]);
        var found = await ReadAsync(await GetAsync("/collections/preview?query=search%3Dheron", "HX-Request: true"));
        Assert.Equal("1,000+", found.QuerySelector("[data-count]")!.TextContent);
        Assert.Equal("1,000", (await ReadAsync(await GetAsync("/collections/preview?query=search%3Dheron%20-id:"
            + $"{(await WalkAsync(Make.ParseQuery("sort=date_asc")))[0]}%20-id:{(await WalkAsync(Make.ParseQuery("")))[0]}",
                "HX-Request: true")))
            .QuerySelector("[data-count]")!.TextContent);
    }

    [Fact]
    public async Task a_search_is_previewed_while_it_is_typed_into_the_form_of_a_collection()
    {
        await StoreAsync(Make.Still(0, "a heron"), Make.Still(1, "a stork"));
        var form = await OpenAsync("/collections/new");
        Assert.Equal("/collections/preview", form.QuerySelector("input[name=query]")!.GetAttribute("hx-get"));
        Assert.Contains("delay:500ms", form.QuerySelector("input[name=query]")!.GetAttribute("hx-trigger"), StringComparison.Ordinal);
        var found = await ReadAsync(await GetAsync("/collections/preview?query=search%3Dheron", "HX-Request: true"));
        Assert.Equal("1", found.QuerySelector("[data-count]")!.GetAttribute("data-count"));
        foreach (var bad in (string[])["", "search%3D", "serach%3Dx", "search%3D%22open"])
            Assert.Null((await ReadAsync(await GetAsync($"/collections/preview?query={bad}", "HX-Request: true")))
                .QuerySelector("[data-count]"));
    }
}
