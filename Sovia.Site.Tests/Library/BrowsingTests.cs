using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Library.Families;
using Sovia.Query.Lists;
using Sovia.Tests.Support;

namespace Sovia.Tests.Library;

public sealed class BrowsingTests(SoviaHost host) : HostTest(host)
{
    private Task<FamilyPage> PageAsync(PagePosition pagePosition) =>
        WithAsync<BrowseLibrary, FamilyPage>(browse => browse.ReadPageAsync(ResolvedQuery.All, pagePosition, default));

    [Fact]
    public async Task paging_down_visits_every_family_once_newest_first()
    {
        await StoreAsync([.. Enumerable.Range(0, 120).Select(i => Make.Still(i / 3))]);
        var visited = new List<Family>();
        for (var pagePosition = PagePosition.Top; pagePosition is not null;)
        {
            var page = await PageAsync(pagePosition);
            visited.AddRange(page.Families);
            pagePosition = page.After is { } after ? new PagePosition(After: after) : null;
        }
        Assert.Equal(120, visited.Select(family => family.Id).Distinct().Count());
        Assert.Equal(visited.OrderByDescending(family => family.SortAt), visited);
    }

    [Fact]
    public async Task paging_up_visits_the_same_families_as_paging_down()
    {
        await StoreAsync([.. Enumerable.Range(0, 120).Select(i => Make.Still(i / 3))]);
        var top = await PageAsync(PagePosition.Top);
        var second = await PageAsync(new(After: top.After));
        var third = await PageAsync(new(After: second.After));
        Assert.Equal(second.Families, (await PageAsync(new(Before: third.Before))).Families, Same);
        Assert.Equal(top.Families, (await PageAsync(new(Before: second.Before))).Families, Same);
        Assert.Null((await PageAsync(new(Before: second.Before))).Before);
        Assert.Null(top.Before);
        Assert.Null(third.After);
    }

    [Fact]
    public async Task a_place_in_the_middle_shows_its_item_with_ways_up_and_down()
    {
        var posts = Enumerable.Range(0, 120).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        var page = await PageAsync(new(AroundPostId: posts[60].Id));
        Assert.Contains(page.Families, family => family.Id == posts[60].Id);
        Assert.NotNull(page.Before);
        Assert.NotNull(page.After);
        Assert.Equal(50, page.Families.Count);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(49, true)]
    [InlineData(50, false)]
    [InlineData(119, false)]
    public async Task a_place_on_the_first_page_is_shown_with_the_top(int above, bool withTop)
    {
        var posts = Enumerable.Range(0, 120).Select(i => Make.Still(-i)).ToArray();
        await StoreAsync(posts);
        var page = await PageAsync(new(AroundPostId: posts[above].Id));
        Assert.Contains(page.Families, family => family.Id == posts[above].Id);
        Assert.Equal(withTop, page.Before is null);
    }

    [Fact]
    public async Task a_place_at_a_video_shows_the_family_it_belongs_to()
    {
        var still = Make.Still();
        var clip = Make.Clip(still);
        await StoreAsync(still, clip);
        Assert.Equal(still.Id, Assert.Single((await PageAsync(new(AroundPostId: clip.Id))).Families).Id);
    }

    [Fact]
    public async Task an_unknown_post_shows_the_top()
    {
        await StoreAsync(Make.Still());
        var page = await PageAsync(new(AroundPostId: Guid.NewGuid()));
        Assert.Single(page.Families);
        Assert.Null(page.Before);
    }

    [Fact]
    public async Task a_post_opens_with_its_family_and_its_neighbours_in_the_gallery()
    {
        var posts = Enumerable.Range(0, 3).Select(i => Make.Still(i * 10)).ToArray();
        var clip = Make.Clip(posts[1], 11, "drift");
        await StoreAsync([.. posts, clip]);
        var view = await WithAsync<OpenPost, FamilyView?>(open => open.OpenAsync(clip.Id, ResolvedQuery.All, default));
        Assert.Equal([posts[1].Id, clip.Id], view!.Posts.Select(post => post.Id));
        Assert.Equal((posts[2].Id, posts[0].Id), (view.Previous!.Id, view.Next!.Id));
        Assert.Equal(new DisplayPrompt("drift", PromptSource.Descendant), view.GetPrompt(view.Posts[0]));
    }

    [Fact]
    public async Task an_unknown_post_does_not_open() =>
        Assert.Null(await WithAsync<OpenPost, FamilyView?>(open => open.OpenAsync(Guid.NewGuid(), ResolvedQuery.All, default)));

    private static bool Same(Family a, Family b) => a.Id == b.Id;
}
