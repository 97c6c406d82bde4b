using Sovia.Collections;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class SelectionCollectionTests(SoviaHost host) : SelectionTest(host)
{
    [Fact]
    public async Task a_selection_is_put_into_a_collection_and_taken_out()
    {
        var posts = Enumerable.Range(0, 3).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        var made =
            await WithAsync((EditCollections edit) =>
                edit.CreateAsync(new() { Id = Guid.NewGuid(), Name = "Sea", CreatedAt = Make.Start, UpdatedAt = Make.Start }, default));
        var ids = string.Join(',', posts.Take(2).Select(post => post.Id));
        Assert.Equal("Added 2 items to Sea.", (await ChangeAsync(("ids", ids), ("collect", $"{made.Collection!.Id}"))).Text);
        Assert.Equal(2, await CollectedAsync());
        Assert.Equal("Removed 1 item from Sea.",
            (await ChangeAsync(("ids", $"{posts[0].Id}"), ("change", "uncollect"), ("collection", "Sea"))).Text);
        Assert.Equal(1, await CollectedAsync());
        Assert.Equal(2, (await OpenAsync("/history?show=collections")).QuerySelectorAll("li[data-batch-id]").Length);
        Assert.Empty((await OpenAsync("/history?show=tags")).QuerySelectorAll("li[data-batch-id]"));

        async Task<int> CollectedAsync() => (await OpenAsync("/?in=Sea&unit=post")).QuerySelectorAll("article[data-post-id]").Length;
    }
}
