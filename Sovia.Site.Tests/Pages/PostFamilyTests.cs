using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Curation;
using Sovia.Media.Scanning;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>How a post's page leads on: through its family, through its list, and to what shares a fact with it.</summary>
public sealed class PostFamilyTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task the_family_is_a_tree_that_says_how_each_was_made_and_how_far_its_prompt_changed()
    {
        var root = Make.Still(prompt: "a heron at dusk in fog");
        var clip = Make.Clip(root, 1, "a heron at dawn in fog");
        var longer = Make.Clip(clip, 3, "a heron at dawn in fog") with { Derivation = "ORIGINAL_REF_TYPE_VIDEO_EXTENSION" };
        var edited = Make.Still(2, "an owl at dawn in mist") with
        {
            ParentId = root.Id,
            RootId = root.Id,
            Derivation = "ORIGINAL_REF_TYPE_IMAGE_EDIT"
        };
        var remixed = Make.Clip(edited, 4) with { Derivation = "ORIGINAL_REF_TYPE_VIDEO_REMIX" };
        var next = Make.Still(-30);
        await StoreAsync(root, clip, longer, edited, remixed, next);
        var page = await OpenAsync($"/posts/{longer.Id}");
        var lines = page.QuerySelectorAll(".tree li")
            .Select(line =>
                $"{line.GetAttribute("style")!.Split(';')[0]} {string.Join(" ", line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}");
        Assert.Equal(
            [
                "--depth:0 1 Image", "--depth:1 2 Video Animated from 1 1 word changed",
                "--depth:2 4 Video Extended from 2 3 words changed",
                "--depth:1 3 Image Edited from 1 3 words changed", "--depth:2 5 Video Remixed from 3",
            ],
            lines);
        Assert.Equal($"/posts/{longer.Id}", page.QuerySelector(".tree a[aria-current=page]")!.GetAttribute("href"));
        Assert.Equal(["1", "3", "3"], page.QuerySelectorAll(".strip [data-words-changed]")
            .Select(badge => badge.GetAttribute("data-words-changed")));
        // Through the family, and then on in the list.
        Assert.Equal($"/posts/{remixed.Id}", page.QuerySelector(".reel__on")!.GetAttribute("href"));
        Assert.Equal($"/posts/{next.Id}", (await OpenAsync($"/posts/{remixed.Id}")).QuerySelector(".reel__on")!.GetAttribute("href"));
    }

    [Fact]
    public async Task facts_lead_to_what_shares_them_and_name_files_and_imports()
    {
        var post = Make.Still(11 * 60, "a heron, \"calm\" at dusk") with
        {
            Mode = "extremely-spicy-or-crazy",
            Width = 832,
            Height = 1248,
            OriginalPrompt = "a heron, \"calm\" at dusk --mode=custom"
        };
        await StoreAsync(post, Make.Still(-5000) with { Model = "other", Mode = "custom" });
        using var picture = Draw.Gradient(64, 96);
        using (var bytes = new MemoryStream(picture.PngsaveBuffer()))
            await Host.Site.Services.GetRequiredService<StoreUpload>().StoreAsync($"grok-image-{post.Id}.png", bytes, default);
        var page = await OpenAsync($"/posts/{post.Id}", "Cookie: tz=Asia/Tokyo");
        var links = page.QuerySelectorAll<IHtmlAnchorElement>(".facts dd a[href^='/?'], .panel__sub a, .prompt__head a")
            .Select(link => link.GetAttribute("href")!).ToList();
        Assert.Contains("/?search=date%3A2025-10-02&unit=post", links);
        Assert.Contains("/?search=size%3A832x1248", links);
        // Filters, and the pages of what shares its prompts.
        Assert.Equal(8, links.Count);
        foreach (var link in links.Where(link => !link.EndsWith("type=image", StringComparison.Ordinal)))
            Assert.Equal((link, post.Id), (link, CardsOf(await OpenAsync(link, "Cookie: tz=Asia/Tokyo")).Single()));
        Assert.Equal(["Prompt", "Original prompt"], page.QuerySelectorAll(".prompt h2").Select(heading => heading.TextContent));
        Assert.Contains(page.QuerySelectorAll(".facts dt"), term => term.TextContent.StartsWith("Original, ", StringComparison.Ordinal)
            && term.NextElementSibling!.TextContent.Trim().EndsWith(".png", StringComparison.Ordinal));
        var run = Guid.NewGuid();
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store(new Sovia.Import.ImportRun { Id = run, StartedAt = Make.Start });
            session.QueueSqlCommand("insert into sovia.run_post (tenant_id, run_id, post_id) values (?, ?, ?)", session.TenantId, run,
                post.Id);
            await session.SaveChangesAsync();
        }
        Assert.NotNull((await OpenAsync($"/posts/{post.Id}")).QuerySelector($".facts a[href='/import/{run}'] time"));
    }

    [Theory]
    [InlineData("/?liked=true")]
    [InlineData("/?liked=true&unit=post")]
    [InlineData("/?liked=true&sort=date_asc")]
    [InlineData("/?liked=true&sort=random&seed=3")]
    [InlineData("/?sort=videos")]
    public async Task a_post_that_left_its_list_keeps_its_place_in_it(string list)
    {
        var posts = Enumerable.Range(0, 200).Select(at => Make.Still(at)).ToArray();
        await StoreAsync(posts);
        await ChangeAsync(new() { Liked = true }, [.. posts.Select(post => post.Id)]);
        var cards = await WalkAsync(Make.ParseQuery(list[2..]));
        var (left, newer, older) = (cards[120], cards[119], cards[121]);
        var change = list.Contains("liked", StringComparison.Ordinal) ? new Change { Liked = false } : new Change { Trashed = true };
        await ChangeAsync(change, left);
        var page = await OpenAsync($"/posts/{left}{list[1..]}");
        // A count of videos is nothing that a post in the trash has.
        if (list.Contains("videos", StringComparison.Ordinal)) return;
        Assert.StartsWith($"/posts/{newer}", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.StartsWith($"/posts/{older}", page.QuerySelector("a[rel=next]")!.GetAttribute("href"), StringComparison.Ordinal);
        var around = CardsOf(await OpenAsync($"{list}&at={left}"));
        Assert.Contains(newer, around);
        Assert.Contains(older, around);
        // Of a family that is in the trash as a whole too.
        await ChangeAsync(new() { Trashed = true }, left);
        around = CardsOf(await OpenAsync($"{list}&at={left}"));
        Assert.Contains(newer, around);
        Assert.Contains(older, around);
    }
}
