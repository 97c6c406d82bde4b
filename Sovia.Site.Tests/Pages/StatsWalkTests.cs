using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>Every figure of the statistics leads to a list of exactly as many.</summary>
public sealed class StatsWalkTests(SoviaHost host) : StatsPageTest(host)
{
    [Theory]
    [InlineData("")]
    [InlineData("unit=post")]
    [InlineData("model=imagine_h_1&tz=America/New_York")]
    [InlineData("search=dragon%20or%20tag:sea&unit=post")]
    [InlineData("tag=sea&type=-video")]
    [InlineData("in=Best")]
    [InlineData("search=is:trashed")]
    [InlineData("by=tag,model")]
    [InlineData("by=weekday&by=hour&unit=post")]
    [InlineData("by=rating&liked=true")]
    [InlineData("by=day&type=video")]
    public async Task every_figure_is_the_number_of_its_list(string address)
    {
        await FillAsync();
        var page = await OpenAsync($"/stats?{address}", "Cookie: tz=Europe/Berlin");
        var figures = page.QuerySelectorAll("[data-figure], [data-count-of]")
            .Select(link => (Href: link.GetAttribute("href")!, Count: CountOf(link))).Distinct().ToList();
        Assert.NotEmpty(figures);
        // A list has one number.
        Assert.Equal([], figures.GroupBy(figure => figure.Href).Where(same => same.Count() > 1).Select(same => same.Key));
        foreach (var (href, count) in figures)
        {
            var list = await OpenAsync(href, "Cookie: tz=Europe/Berlin");
            Assert.Equal((href, $"{count}"), (href, list.QuerySelector("[data-count]")?.GetAttribute("data-count")));
        }
    }
}
