using AngleSharp.Dom;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class SuggestionTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task filter_names_have_a_description_and_a_replacement_range()
    {
        var list = await SuggestAsync("fog mod", 7);
        Assert.Equal(["model:", "mode:"], TextsOf(list));
        Assert.Equal(("4", "3"), (list!.GetAttribute("data-start"), list.GetAttribute("data-length")));
        Assert.Contains("Model used", list.Children[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task values_in_the_library_have_counts()
    {
        await StoreAsync(Make.Still(1) with { Model = "my \"own\" model" }, Make.Still(2), Make.Still(3));
        var list = await SuggestAsync("model:", 6);
        Assert.Equal(["imagine_h_1", "\"my \"\"own\"\" model\"", "none"], TextsOf(list));
        Assert.Equal("2", list!.QuerySelector("[data-text=imagine_h_1] data")!.GetAttribute("value"));
        Assert.Contains("2025-10", TextsOf(await SuggestAsync("date:2025", 9)));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("lighthouse", 10)]
    [InlineData("model:imagine_h_1", 17)]
    [InlineData("((\"", -5)]
    public async Task no_list_is_returned_without_suggestions(string search, int caret)
    {
        await StoreAsync(Make.Still());
        Assert.Null(await SuggestAsync(search, caret));
    }

    private async Task<IElement?> SuggestAsync(string search, int caret) =>
        (await OpenAsync($"/facets?handler=complete&search={Uri.EscapeDataString(search)}&caret={caret}")).QuerySelector("[role=listbox]");

    private static IEnumerable<string?> TextsOf(IElement? list) =>
        list!.QuerySelectorAll("[role=option]").Select(option => option.GetAttribute("data-text"));
}
