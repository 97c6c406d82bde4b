using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>Rendered cards are cached. Pages must not reveal the cache.</summary>
public sealed class CardHtmlCacheTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task a_card_that_was_rendered_before_leads_into_the_list_it_is_shown_in()
    {
        var (still, other) = (Make.Still(1, "a heron href=\"card-address\" card-address"), Make.Still(2, "a stork"));
        await StoreAsync(still, other);
        await ChangeAsync(new() { AddTags = ["card-address"] }, still.Id);
        foreach (var list in (string[])["", "?sort=date_asc", "?type=image&model=imagine_h_1", "?unit=post", ""])
            foreach (var _ in Enumerable.Range(0, 2))
            {
                var cards = (await ReadAsync(await GetAsync($"/{list}", "Cache-Control: no-cache"))).QuerySelectorAll("article.card");
                Assert.Equal(2, cards.Length);
                foreach (var card in cards)
                {
                    var address = card.QuerySelector("a.card__link")!.GetAttribute("href")!;
                    Assert.StartsWith($"/posts/{card.GetAttribute("data-post-id")}", address, StringComparison.Ordinal);
                    Assert.Equal(list.Replace("?", "", StringComparison.Ordinal), address.Contains('?', StringComparison.Ordinal)
                        ? address.Split('?')[1] : "");
                }
                Assert.Contains("a heron href=\"card-address\" card-address",
                    cards.Single(card => card.GetAttribute("data-post-id") == $"{still.Id}").TextContent, StringComparison.Ordinal);
            }
    }

    [Fact]
    public async Task a_page_of_cached_cards_equals_a_newly_rendered_one()
    {
        var stills = Enumerable.Range(0, 40).Select(i => Make.Still(i, i % 3 == 0 ? null : $"heron & <b>{i}</b>")).ToList();
        await StoreAsync([.. stills, .. stills.Take(20).Select((still, i) => Make.Clip(still, i + 1, $"clip {i}"))]);
        foreach (var list in (string[])["/", "/?unit=post", "/?sort=videos", "/?search=heron", "/?view=list", "/?view=grid"])
        {
            var first = await (await GetAsync(list, "Cache-Control: no-cache")).Content.ReadAsStringAsync();
            Assert.Equal(first, await (await GetAsync(list, "Cache-Control: no-cache")).Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task a_change_shows_on_the_next_page_and_so_does_taking_it_back()
    {
        var still = Make.Still(1, "a heron");
        await StoreAsync(still, Make.Still(2));
        var before = await CardAsync(still.Id);
        await ChangeAsync(new() { Liked = true, Rating = 4, AddTags = ["sea"] }, still.Id);
        var changed = await CardAsync(still.Id);
        Assert.Equal(("true", "4", "sea"), (changed.GetAttribute("data-liked"), changed.GetAttribute("data-rating"),
            changed.GetAttribute("data-tags")));
        await ChangeAsync(new() { Liked = false, Rating = 0, RemoveTags = ["sea"] }, still.Id);
        var after = await CardAsync(still.Id);
        Assert.Equal(("false", null, null), (after.GetAttribute("data-liked"), after.GetAttribute("data-rating"),
            after.GetAttribute("data-tags")));
        Assert.Equal(before.QuerySelector(".card__facts")!.InnerHtml, after.QuerySelector(".card__facts")!.InnerHtml);
    }

    private async Task<AngleSharp.Dom.IElement> CardAsync(Guid id) =>
        (await ReadAsync(await GetAsync("/", "Cache-Control: no-cache"))).QuerySelector($"article[data-post-id='{id}']")!;
}
