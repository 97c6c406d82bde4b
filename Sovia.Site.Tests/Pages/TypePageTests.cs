using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>Images, videos, and families that have both.</summary>
public sealed class TypePageTests(SoviaHost host) : PageTest(host)
{
    private readonly Post heron = Make.Still(3, "A heron at dawn");
    private readonly Post plain = Make.Still(1);

    [Fact]
    public async Task a_family_of_a_still_and_videos_counts_as_both_types_in_words_that_agree_everywhere()
    {
        var clip = Make.Clip(plain, 4);
        await StoreAsync(heron, plain, clip, Make.Clip(plain, 5));
        var facets = await OpenAsync("/facets?type=video");
        Assert.Equal(["Images 2", "Videos 1"], facets.QuerySelectorAll("[data-facet=type] .facet__name")
            .Select(name => name.TextContent.Trim()));
        Assert.Equal("1", facets.QuerySelector("[data-count]")!.GetAttribute("data-count"));
        var page = await OpenAsync("/?type=video");
        Assert.Equal([plain.Id], CardsOf(page));
        Assert.Equal(["All", "Images", "Videos"], page.QuerySelectorAll("select[name=type] option").Select(option => option.TextContent));
        Assert.Equal("Videos", page.QuerySelector(".chips strong")!.TextContent);
        Assert.Equal("Images, not Videos",
            (await OpenAsync("/?type=image,-video")).QuerySelector("select[name=type] option[selected]")!.TextContent);
        Assert.Equal("Unknown", page.QuerySelector("select[name=liked] option[value=unknown]")!.TextContent);
    }
}
