using System.Net.Http.Json;
using System.Text.Json;
using Sovia.Preferences;
using Sovia.Tests.Support;

namespace Sovia.Tests.Collections;

public sealed class OwnersDaysTests(SoviaHost host) : CollectionTest(host)
{
    [Fact]
    public async Task days_that_a_smart_collection_names_are_those_of_its_owner_for_programs_too()
    {
        // Noon of the first in UTC, and the second on the island.
        await StoreAsync(Make.Still());
        var first = (await MakeAsync("The first", query: "search=date:2025-10-01"))!;
        var second = (await MakeAsync("The second", query: "search=date:2025-10-02"))!;
        var both = (await MakeAsync("Both", query: "search=in:\"the first\" or in:\"the second\""))!;
        Assert.Equal((1, 0, 1), (await CountItemsAsync(first.Id), await CountItemsAsync(second.Id), await CountItemsAsync(both.Id)));
        await WithAsync(async (EditPreferences edit) =>
        {
            await edit.ChangeAsync(new Dictionary<string, string?> { [PreferenceCatalog.TimeZone.Name] = "Pacific/Kiritimati" }, default);
            return true;
        });
        Assert.Equal((0, 1, 1), (await CountItemsAsync(first.Id), await CountItemsAsync(second.Id), await CountItemsAsync(both.Id)));
    }

    private async Task<int> CountItemsAsync(Guid id)
    {
        using var client = Host.Site.Server.CreateClient();
        return (await client.GetFromJsonAsync<JsonElement>($"/api/collections/{id}")).GetProperty("item_count").GetInt32();
    }
}
