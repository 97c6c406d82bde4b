using Sovia.Collections;
using Sovia.Culling;
using Sovia.Library;
using Sovia.Preferences;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class CullPageTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task a_query_is_culled_post_by_post_and_nothing_changes_before_the_end()
    {
        Post[] stills = [.. Enumerable.Range(0, 4).Select(number => Make.Still(-number, $"a heron {number}"))];
        var clip = Make.Clip(stills[1]);
        await StoreAsync([.. stills, clip, Make.Still(-9, "a lake")]);
        var address = "/cull?search=heron";
        address = await MarkAsync(address, "pick");
        Assert.EndsWith($"&at={stills[1].Id}", address, StringComparison.Ordinal);
        // A member of a stack, then the next of it.
        address = await MarkAsync(address, "reject");
        Assert.EndsWith($"&at={clip.Id}", address, StringComparison.Ordinal);
        address = await MarkAsync(address, "pick");
        Assert.EndsWith($"&at={stills[2].Id}", address, StringComparison.Ordinal);
        address = await MarkAsync(address, "reject");
        var page = await OpenAsync(address);
        Assert.Equal(("2", "2", "4"), (Value(page, "picks"), Value(page, "rejects"), Value(page, "count")));
        Assert.Equal(5, await CountAsync("")); // nothing is done yet

        // Back takes the last mark away and shows its post; the address leads there from anywhere.
        using (var back = await PostAsync(address, page.QuerySelector("form.cull__back")!.GetAttribute("action")!, []))
            Assert.EndsWith($"&at={stills[2].Id}", back.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("1", Value(await OpenAsync(address), "rejects"));
        address = await MarkAsync(address, "reject"); // of the last post: the summary
        Assert.Equal("/cull/finish?search=heron", address);

        var end = await OpenAsync(address);
        Assert.Equal(("2", "2"), (Value(end, "picks"), Value(end, "rejects")));
        using var finished = await PostAsync(address, address, new() { { new StringContent("like"), "picks" } });
        Assert.Equal((303, "/?search=heron"), ((int)finished.StatusCode, finished.Headers.Location!.ToString()));
        Assert.Equal(2, await CountAsync("liked=true&unit=post"));
        Assert.Equal(2, await CountAsync("search=is:trashed&unit=post"));
        // Done twice, it does nothing more.
        using (await PostAsync("/cull", address, new() { { new StringContent("like"), "picks" } })) { }
        Assert.Equal(2, await CountAsync("search=is:trashed&unit=post"));
        Assert.Contains("No items are marked yet", (await OpenAsync(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task blurring_applies_to_the_cull_page()
    {
        var (heron, lake) = (Make.Still(0, "a heron"), Make.Still(-1, "a lake"));
        var clip = Make.Clip(heron) with
        {
            Mode = "extremely-spicy",
            File = new()
            {
                Sha256 = new('a', 64),
                Mime = "video/mp4",
                Length = 9,
                Method = "uuid-in-name"
            }
        };
        await StoreAsync(heron, clip, lake);
        await WithAsync(async (EditPreferences edit) =>
        {
            await edit.ChangeAsync(new Dictionary<string, string?> { ["blur"] = "mode:extremely-*" }, default);
            return true;
        });
        var page = await OpenAsync($"/cull?at={clip.Id}");
        Assert.NotNull(page.QuerySelector("article.cull__post.blurred a[href='/reveal']"));
        Assert.Null(page.QuerySelector("video[autoplay]"));
        Assert.Single(page.QuerySelectorAll(".cull__family a.blurred"));
        Assert.Null((await OpenAsync($"/cull?at={heron.Id}")).QuerySelector("article.blurred"));
        Assert.Null((await OpenAsync($"/cull?at={clip.Id}", "Cookie: reveal=1")).QuerySelector(".blurred"));
    }

    [Fact]
    public async Task one_of_a_stack_is_kept_and_the_rest_rejected()
    {
        var root = Make.Still(0, "a heron");
        Post[] clips = [.. Enumerable.Range(1, 3).Select(number => Make.Clip(root, number))];
        await StoreAsync([root, .. clips, Make.Still(-5, "a lake")]);
        var address = await MarkAsync($"/cull?at={clips[1].Id}", "keep");
        Assert.DoesNotContain(clips[2].Id.ToString(), address, StringComparison.Ordinal);
        var page = await OpenAsync(address);
        Assert.Equal(("1", "3"), (Value(page, "picks"), Value(page, "rejects")));
        // A mark that is set again counts, and can be taken away.
        var again = address.Replace(address[^36..], clips[0].Id.ToString(), StringComparison.Ordinal);
        await MarkAsync(again, "clear");
        Assert.Equal("2", Value(await OpenAsync(address), "rejects"));
        var list = await WithAsync((EditCollections edit) =>
            edit.CreateAsync(new() { Id = Guid.NewGuid(), Name = "Best", CreatedAt = Make.Start, UpdatedAt = Make.Start }, default));
        var finish = page.QuerySelector("a[data-key=Enter]")!.GetAttribute("href")!;
        using (var wrong = await PostAsync(finish, finish,
            new() { { new StringContent("collect"), "picks" }, { new StringContent("nothing like it"), "collection" } }))
            Assert.Equal(422, (int)wrong.StatusCode);
        Assert.Equal(0, await CountAsync("search=is:trashed&unit=post"));
        using (await PostAsync(finish, finish, new() { { new StringContent("collect"), "picks" },
            { new StringContent($"{list.Collection!.Id}"), "collection" } })) { }
        Assert.Equal(2, await CountAsync("search=is:trashed&unit=post"));
        Assert.Equal("1", (await OpenAsync("/?in=Best&unit=post")).QuerySelector("[data-count]")!.GetAttribute("data-count"));
    }

    [Fact]
    public async Task marks_set_while_a_cull_is_finished_are_kept()
    {
        Post[] stills = [.. Enumerable.Range(0, 2).Select(number => Make.Still(-number, $"a heron {number}"))];
        await StoreAsync(stills);
        await MarkAsync($"/cull?at={stills[0].Id}", "reject");
        var cull = new Sovia.Pages.Cull.CullUrls("").CullId;
        var shown = await WithAsync((CullStore cullStore) => cullStore.LoadAsync(cull, default));
        // The address begins without a mark again, as after Back, and goes on with the same cull.
        await MarkAsync($"/cull?at={stills[1].Id}", "pick");
        await WithAsync((FinishCull finish) => finish.RunAsync(shown, null, default));
        Assert.Equal([stills[1].Id], (await WithAsync((CullStore cullStore) => cullStore.LoadAsync(cull, default))).Picks);
        Assert.Equal(1, await CountAsync("search=is:trashed&unit=post"));
    }

    [Theory]
    [InlineData("/cull?search=nowhere", 200)]
    [InlineData("/cull?at=00000000-0000-0000-0000-00000000beef", 404)]
    [InlineData("/cull?search=date:99", 200)]
    [InlineData("/cull/finish", 200)]
    public async Task odd_addresses_are_answered(string address, int status)
    {
        await StoreAsync(Make.Still(0, "a heron"));
        Assert.Equal(status, (int)(await GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task an_invalid_verdict_changes_nothing()
    {
        var still = Make.Still(0, "a heron");
        await StoreAsync(still);
        using (var odd = await PostAsync("/cull", "/cull",
            new() { { new StringContent($"{still.Id}"), "post" }, { new StringContent("burn"), "verdict" } }))
            Assert.Equal(400, (int)odd.StatusCode);
        using var gone = await PostAsync("/cull", "/cull",
            new() { { new StringContent($"{Guid.NewGuid()}"), "post" }, { new StringContent("pick"), "verdict" } });
        Assert.Equal(404, (int)gone.StatusCode);
    }

    private async Task<string> MarkAsync(string address, string verdict)
    {
        var page = await OpenAsync(address);
        var form = page.QuerySelector("form.cull__verdicts")!;
        using var answer = await PostAsync(address, form.GetAttribute("action")!, new()
        {
            { new StringContent(form.QuerySelector("[name=post]")!.GetAttribute("value")!), "post" },
            { new StringContent(verdict), "verdict" },
        });
        Assert.Equal(303, (int)answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private static string Value(AngleSharp.Html.Dom.IHtmlDocument page, string name) =>
        page.QuerySelector($"[data-{name}]")!.GetAttribute($"data-{name}")!;
}
