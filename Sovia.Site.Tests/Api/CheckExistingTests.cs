using System.Text.Json;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Api;

/// <summary>IDs are queried one by one at first and all cached after many requests. Responses must be the same.</summary>
public sealed class CheckExistingTests(SoviaHost host) : ApiTest(host)
{
    [Fact]
    public async Task ids_are_known_in_the_order_they_were_given_however_often_they_are_asked_for()
    {
        Post[] stills = [.. Enumerable.Range(0, 400).Select(number => Make.Still(number))];
        await StoreAsync(stills);
        Guid[] some = [.. stills.Take(15).Select(still => still.Id).OrderDescending()];
        for (var round = 0; round < 8; round++) Assert.Equal(some, await FindAsync([some[0], Guid.NewGuid(), .. some]));
        Assert.Equal(stills.Select(still => still.Id), await FindAsync([.. stills.Select(still => still.Id)]));
    }

    [Fact]
    public async Task a_post_is_known_as_soon_as_it_was_imported_and_stays_known_while_it_is_hidden_or_in_the_trash()
    {
        Post[] stills = [.. Enumerable.Range(0, 5).Select(number => Make.Still(number))];
        Guid[] ids = [.. stills.Select(still => still.Id)];
        await StoreAsync(stills[0]);
        for (var number = 1; number < stills.Length; number++)
        {
            Assert.Equal(ids[..number], await FindAsync(ids));
            Assert.Equal(ids[..number], await FindAsync(ids));
            await StoreAsync(stills[number]);
        }
        await ChangeAsync(new() { Hidden = true }, ids[1]);
        await ChangeAsync(new() { Trashed = true }, ids[2]);
        Assert.Equal(ids, await FindAsync(ids));
    }

    private async Task<IEnumerable<Guid>> FindAsync(Guid[] ids) =>
        (await SendAsync(HttpMethod.Post, "/api/check-existing", JsonSerializer.Serialize(ids))).Body.GetProperty("existing_ids")
            .EnumerateArray().Select(id => id.GetGuid()).ToList();
}
