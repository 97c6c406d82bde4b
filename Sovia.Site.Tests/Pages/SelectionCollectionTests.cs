using Sovia.Collections;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class SelectionCollectionTests(SoviaHost host) : SelectionTest(host)
{
    [Fact]
    public async Task a_collection_that_is_made_locked_has_the_items_it_was_made_from()
    {
        var posts = Enumerable.Range(0, 30).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("Sea"), "name" }, { new StringContent("true"), "locked" },
            { new StringContent(string.Join(',', posts.Select(post => post.Id))), "ids" },
        };
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, (await PostAsync("/collections/new", "/collections/new", form)).StatusCode);
        Assert.Equal(30, CardsOf(await OpenAsync("/?in=Sea&unit=post")).Count);
        var made = (await WithAsync((CollectionCache known) => known.GetCurrentAsync(default).AsTask())).All.Single();
        Assert.True(made.Locked);
    }

    [Fact]
    public async Task a_selection_is_put_into_a_collection_and_taken_out()
    {
        var posts = Enumerable.Range(0, 3).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        var made = await WithAsync((EditCollections edit) =>
            edit.CreateAsync(new() { Id = Guid.NewGuid(), Name = "Sea", CreatedAt = Make.Start, UpdatedAt = Make.Start }, default));
        var ids = string.Join(',', posts.Take(2).Select(post => post.Id));
        Assert.Equal("Added 2 items to Sea.", (await ChangeAsync(("ids", ids), ("collect", $"{made.Collection!.Id}"))).Text);
        Assert.Equal(2, await CountCollectedAsync());
        Assert.Equal("Removed 1 item from Sea.",
            (await ChangeAsync(("ids", $"{posts[0].Id}"), ("change", "uncollect"), ("collection", "Sea"))).Text);
        Assert.Equal(1, await CountCollectedAsync());
        Assert.Equal(2, (await OpenAsync("/history?show=collections")).QuerySelectorAll("li[data-batch-id]").Length);
        Assert.Empty((await OpenAsync("/history?show=tags")).QuerySelectorAll("li[data-batch-id]"));

        async Task<int> CountCollectedAsync() => (await OpenAsync("/?in=Sea&unit=post")).QuerySelectorAll("article[data-post-id]").Length;
    }
}
