using Sovia.Preferences;
using Sovia.Tests.Support;

namespace Sovia.Tests.Duplicates;

/// <summary>What is blurred in lists is blurred side by side with others too.</summary>
public sealed class BlurredPairsTests(SoviaHost host) : DuplicatesTest(host)
{
    [Fact]
    public async Task a_matching_item_is_blurred_among_duplicates_and_in_comparisons()
    {
        var (large, small) = (await PutAsync(Scenes.Create(1).Png(), minutes: 5),
            await PutAsync(Scenes.Create(1).Resized(0.5).Png(), minutes: 1));
        await FindDuplicatesAsync();
        await ChangeAsync(new() { AddTags = ["private"] }, small.Id);
        Assert.Empty((await OpenAsync("/duplicates")).QuerySelectorAll(".blurred"));
        await WithAsync(async (EditPreferences edit) =>
        {
            await edit.ChangeAsync(new Dictionary<string, string?> { [PreferenceCatalog.Blur.Name] = "tag:private" }, default);
            return true;
        });
        var picture = Assert.Single((await OpenAsync("/duplicates")).QuerySelectorAll(".blurred"));
        Assert.Equal($"/posts/{small.Id}", picture.GetAttribute("href"));
        var compared = await OpenAsync($"/compare?ids={large.Id},{small.Id}");
        Assert.Equal("pane-2", Assert.Single(compared.QuerySelectorAll(".pane__stage.blurred")).ParentElement!.Id);
        foreach (var address in (string[])["/duplicates", $"/compare?ids={large.Id},{small.Id}"])
            Assert.Empty((await OpenAsync(address, "Cookie: reveal=1")).QuerySelectorAll(".blurred"));
    }
}
