using System.Globalization;
using System.Net;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>Similar items, on the page of their own and as the strip of a post's page.</summary>
public sealed class SimilarPageTests(SoviaHost host) : PageTest(host)
{
    private readonly Post still = Make.Still(1, "a red lighthouse at golden hour"), near = Make.Still(2, "the lighthouse in fog"),
        nearest = Make.Still(3, "red lighthouse, golden hour, storm"), far = Make.Still(4, "a cat");

    [Fact]
    public async Task the_page_lists_families_that_share_words_the_most_similar_first_with_score_and_reason()
    {
        await StoreAsync(still, near, nearest, far);
        var page = await OpenAsync($"/posts/{still.Id}/similar");
        Assert.Equal([nearest.Id, near.Id], CardsOf(page));
        var scores = page.QuerySelectorAll("article[data-score]").Select(card => card.GetAttribute("data-score")!).ToList();
        Assert.All(scores, score => Assert.Matches(@"^\d\.\d{4}$", score));
        Assert.True(double.Parse(scores[0], CultureInfo.InvariantCulture) > double.Parse(scores[1], CultureInfo.InvariantCulture));
        Assert.Equal("red lighthouse, golden hour; same model",
            page.QuerySelector($"article[data-post-id='{nearest.Id}'] [data-reason]")!.TextContent);
        Assert.Equal("lighthouse; same model", page.QuerySelector($"article[data-post-id='{near.Id}'] [data-reason]")!.TextContent);
    }

    [Fact]
    public async Task the_post_page_links_to_it_and_asks_for_the_strip_when_that_is_seen()
    {
        await StoreAsync(still, near, nearest, far);
        var page = await OpenAsync($"/posts/{still.Id}");
        Assert.Equal($"/posts/{still.Id}/similar", page.QuerySelector(".similar h2 a")!.GetAttribute("href"));
        var lazy = page.QuerySelector(".similar [hx-get]")!;
        Assert.Equal("intersect once", lazy.GetAttribute("hx-trigger"));
        var strip = await OpenAsync(lazy.GetAttribute("hx-get")!, "HX-Request: true");
        Assert.Null(strip.QuerySelector(".shell"));
        Assert.Equal([nearest.Id, near.Id], strip.QuerySelectorAll("[data-score]")
            .Select(item => Guid.Parse(item.GetAttribute("data-post-id")!)));
        Assert.All(strip.QuerySelectorAll("[data-post-id]"), item =>
            Assert.NotNull(item.QuerySelector("a[href^='/posts/'] [data-reason]")));
    }

    [Fact]
    public async Task hidden_and_trashed_items_are_not_similar_until_they_are_restored()
    {
        await StoreAsync(still, near, nearest, far);
        Assert.Equal(2, (await OpenAsync($"/posts/{still.Id}/similar")).QuerySelectorAll("article").Length);
        await ChangeAsync(new() { Trashed = true }, nearest.Id);
        Assert.Equal([near.Id], CardsOf(await OpenAsync($"/posts/{still.Id}/similar")));
        await ChangeAsync(new() { Hidden = true }, near.Id);
        Assert.Empty(CardsOf(await OpenAsync($"/posts/{still.Id}/similar")));
        Assert.Contains("in the trash", (await OpenAsync($"/posts/{nearest.Id}/similar")).QuerySelector(".similar__none")!.TextContent,
            StringComparison.Ordinal);
        await ChangeAsync(new() { Trashed = false }, nearest.Id);
        await Eventually.TrueAsync(async () => CardsOf(await OpenAsync($"/posts/{still.Id}/similar")) is [var only] && only == nearest.Id,
            "it is found again");
    }

    [Fact]
    public async Task an_unknown_post_returns_404() =>
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/posts/{Guid.NewGuid()}/similar")).StatusCode);

    [Fact]
    public async Task a_page_goes_on_where_the_one_before_ends_and_htmx_is_given_the_cards_alone()
    {
        await StoreAsync([.. Enumerable.Range(0, 120).Select(minute => Make.Still(minute, $"lighthouse number {minute}")), still]);
        List<Guid> found = [];
        for (var address = $"/posts/{still.Id}/similar"; address is not null;)
        {
            var fragment = await OpenAsync(address, "HX-Request: true");
            Assert.Equal(found.Count == 0, fragment.QuerySelector("h1") is not null);
            found.AddRange(CardsOf(fragment));
            var next = fragment.QuerySelector("a[rel=next]")?.GetAttribute("href");
            // The same without JavaScript, as a page.
            if (next is not null) Assert.NotEmpty(CardsOf(await OpenAsync(next)));
            address = next;
        }
        Assert.Equal((120, 120), (found.Count, found.Distinct().Count()));
    }

    [Fact]
    public async Task a_post_without_words_is_told_so_and_shown_what_was_made_around_the_same_time()
    {
        var silent = Make.Still(3);
        await StoreAsync(silent, still, near, far,
            Make.Still(60, "an hour later") with
            {
                Id = new Guid("0d000000-1111-4222-8333-444444444444"),
                RootId = new Guid("0d000000-1111-4222-8333-444444444444")
            });
        var page = await OpenAsync($"/posts/{silent.Id}/similar");
        Assert.Equal("No prompt to compare. These were made around the same time.",
            page.QuerySelector("[role=status].similar__none")!.TextContent);
        Assert.Equal([far.Id, near.Id, still.Id, new Guid("0d000000-1111-4222-8333-444444444444")], CardsOf(page));
        Assert.Equal(["made 1 minute later", "made 1 minute earlier", "made 2 minutes earlier", "made 57 minutes later"],
            page.QuerySelectorAll("[data-reason]").Select(reason => reason.TextContent));
        Assert.Empty(page.QuerySelectorAll("[data-score]"));
        await ChangeAsync(new() { Trashed = true }, far.Id);
        Assert.DoesNotContain(far.Id, CardsOf(await OpenAsync($"/posts/{silent.Id}/similar")));
        var undated = Make.Still() with { CreatedAt = null };
        await StoreAsync(undated);
        Assert.Equal("No prompt and no date to compare.",
            (await OpenAsync($"/posts/{undated.Id}/similar")).QuerySelector(".similar__none")!.TextContent);
    }

    [Fact]
    public async Task a_selection_finds_items_similar_to_all_of_it()
    {
        var (clip, cat) = (Make.Clip(near, 5, "slow dolly"), Make.Still(7, "a cat in fog, slow"));
        await StoreAsync(still, near, clip, nearest, far, cat);
        var page = await OpenAsync($"/similar?ids={clip.Id},{far.Id}");
        // The clip's family and the other one are not among what is like them.
        Assert.Equal(new[] { cat.Id, still.Id, nearest.Id }.Order(), CardsOf(page).Order());
        Assert.Equal(cat.Id, CardsOf(page)[0]);
        Assert.Contains("cat", page.QuerySelector($"article[data-post-id='{cat.Id}'] [data-reason]")!.TextContent,
            StringComparison.Ordinal);
        var mixed = await OpenAsync($"/similar?ids={far.Id},{Guid.NewGuid()},nonsense");
        Assert.Contains("2 selected items were ignored", mixed.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        foreach (var address in new[] { "/similar", "/similar?ids=", $"/similar?ids={Guid.NewGuid()}", "/similar?ids=a,b" })
            Assert.Equal((address, HttpStatusCode.NotFound), (address, (await GetAsync(address)).StatusCode));
    }

    [Fact]
    public async Task reading_while_posts_come_never_fails_and_ends_with_all_of_them()
    {
        await StoreAsync(still);
        var writing = Task.Run(async () =>
        {
            for (var heap = 0; heap < 10; heap++)
                await StoreAsync([.. Enumerable.Range(0, 4)
                    .Select(number => Make.Still((heap * 4) + number, $"lighthouse {heap} {number}"))]);
        });
        while (!writing.IsCompleted)
        {
            using var answer = await GetAsync($"/posts/{still.Id}/similar");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var cards = CardsOf(await ReadAsync(answer));
            Assert.Equal(cards.Distinct(), cards);
        }
        await writing;
        await Eventually.TrueAsync(async () => CardsOf(await OpenAsync($"/posts/{still.Id}/similar")).Count == 40, "all are found");
    }
}
