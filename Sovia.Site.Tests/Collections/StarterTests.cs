using Sovia.Collections;
using Sovia.Tests.Support;

namespace Sovia.Tests.Collections;

public sealed class StarterTests(SoviaHost host) : CollectionTest(host)
{
    [Fact]
    public async Task collections_to_start_with_are_made_once_and_stay_deleted()
    {
        await StillsAsync(3);
        await MakeAsync("liked");
        Assert.Equal(CreateStarterCollections.Starters.Count, await AddAsync());
        var tree = await TreeAsync();
        Assert.Equal(CreateStarterCollections.Starters.Select(one => one.Name == "Liked" ? "Liked 2" : one.Name).Append("liked").Order(),
            tree.All.Select(one => one.Name).Order());
        Assert.Equal(3, (await FindAsync("in=No prompt")).Count + (await FindAsync("in=-No prompt")).Count);
        Assert.Equal(3, (await FindAsync("in=Unrated")).Count);
        Assert.Empty(await FindAsync("in=Largest stacks"));
        await WithAsync((EditCollections edit) => edit.DeleteAsync(tree.FindByPath("Unrated")!.Id, default));
        Assert.Equal(0, await AddAsync());
        Assert.Null((await TreeAsync()).FindByPath("Unrated"));
    }

    [Fact]
    public async Task concurrent_requests_create_one_set()
    {
        await Task.WhenAll(AddAsync(), AddAsync(), AddAsync());
        Assert.Equal(CreateStarterCollections.Starters.Count, (await TreeAsync()).All.Length);
    }

    private Task<int> AddAsync() => WithAsync((CreateStarterCollections add) => add.RunAsync(default));
}
