using Sovia.Media.Scanning;
using Sovia.Tests.Metadata;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>What a generator wrote into a file fills what its post lacks, is found, and is shown.</summary>
public sealed class EmbeddedWordsTests(SoviaHost host) : PageTest(host)
{
    private const string Text =
        "a lantern by the weir\nNegative prompt: blurry\nSteps: 28, Sampler: Euler a, Seed: 18446744073709551615, Size: 832x1216, Model: "
        + "harbour_v2";

    [Theory]
    [InlineData("weir", true)]
    [InlineData("model:harbour_v2", true)]
    [InlineData("seed:18446744073709551615", true)]
    [InlineData("seed:7,18446744073709551615", true)]
    [InlineData("seed:1844674407370955161", false)]
    [InlineData("size:2x3", true)]
    [InlineData("size:portrait", true)]
    [InlineData("size:square", false)]
    [InlineData("size:none", false)]
    public async Task embedded_metadata_is_searchable(string search, bool isFound)
    {
        var still = Make.Still() with { Prompt = null, OriginalPrompt = null, Model = null, Width = null, Height = null };
        await StoreAsync(still, Make.Still(1, "another") with { Width = 5, Height = 6 });
        await UploadAsync(still.Id);
        foreach (var unit in new[] { "family", "post" })
            Assert.Equal(isFound, CardsOf(await OpenAsync($"/?unit={unit}&search={Uri.EscapeDataString(search)}")).Contains(still.Id));
    }

    [Fact]
    public async Task source_data_takes_precedence_and_file_metadata_is_shown_beside_it()
    {
        var still = Make.Still(0, "a heron") with { Model = "imagine_h_1" };
        await StoreAsync(still);
        await UploadAsync(still.Id);
        Assert.Empty(CardsOf(await OpenAsync("/?search=weir")));
        var page = await OpenAsync($"/posts/{still.Id}");
        Assert.Equal("/?search=seed%3A18446744073709551615", page.QuerySelectorAll("dd a")
            .Single(link => link.TextContent.StartsWith("1844", StringComparison.Ordinal)).GetAttribute("href"));
        var written = page.QuerySelectorAll("details")
            .Single(part => part.TextContent.Contains("Embedded metadata", StringComparison.Ordinal)).TextContent;
        foreach (var part in new[] { "AUTOMATIC1111", "a lantern by the weir", "blurry", "harbour_v2", "Euler a", "832 × 1216" })
            Assert.Contains(part, written, StringComparison.Ordinal);
    }

    private async Task UploadAsync(Guid id)
    {
        using var bytes = new MemoryStream(PngFile.WithText("parameters", Text));
        await WithAsync<StoreUpload, StoredUpload>(store => store.StoreAsync($"{id}.png", bytes, default));
    }
}
