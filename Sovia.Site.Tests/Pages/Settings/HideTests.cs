using System.Net;
using Sovia.Collections;
using Sovia.Downloads.Overview;
using Sovia.Library;
using Sovia.Preferences;
using Sovia.Query.Lists;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages.Settings;

/// <summary>Items that match a search are in nothing that the site sends, until their user asks to see them for a session.</summary>
public sealed class HideTests(SoviaHost host) : SettingsTest(host)
{
    private const string Revealed = "Cookie: reveal=1";

    private readonly Post heron = Make.Still(1, "A heron over foggy marshland"), stork = Make.Still(9, "A stork over foggy marshland"),
        wild = Make.Still(5, "A quetzal over foggy marshland") with { Mode = "extremely-crazy", File = FileOf('b') };

    private Post Clip => field ??= Make.Clip(heron, 2, "wings") with { Mode = "extremely-spicy-or-crazy", File = FileOf('a') };

    [Fact]
    public async Task matches_are_in_no_list_count_facet_suggestion_feed_or_answer()
    {
        await FillAsync();
        await ChangeAsync(new() { AddTags = ["secret"], Liked = true }, wild.Id);
        await ChangeAsync(new() { AddTags = ["seen"] }, stork.Id);
        Assert.Equal(3, CardsOf(await OpenAsync("/")).Count);
        // The JSON of families is kept from here on.
        foreach (var address in (string[])["/api/media", "/api/query"])
            Assert.Contains($"{Clip.Id}", await TextAsync(address), StringComparison.Ordinal);
        string[] everywhere = ["/", "/?unit=post", "/?sort=random&seed=3&unit=post", "/?search=foggy", "/?liked=true",
            "/facets", "/facets?unit=post", "/selection", "/collections", "/prompts", "/prompts?sort=usage", "/stats", "/stats?by=mode",
            "/media", "/media/missing", "/feed.atom", "/api/query?unit=post", "/api/query", "/api/media", "/posts.json",
            "/tags.json", "/api/models", $"/similar?ids={stork.Id}", $"/posts/{stork.Id}/similar",
            "/facets?handler=complete&search=quetz", "/facets?handler=complete&search=mode:ext",
            $"/posts/{stork.Id}/annotate?handler=tags&typed=se", "/cull?unit=post", "/?search=quetzel"];
        GetRedirectUrl(await ChooseAsync(("hide", "mode:extremely-*")));
        await Eventually.TrueAsync(async () => CardsOf(await OpenAsync($"/similar?ids={stork.Id}", Revealed)).Count > 0, "similar posts");
        foreach (var address in everywhere)
        {
            var text = await TextAsync(address);
            foreach (var word in (string[])[$"{wild.Id}", $"{Clip.Id}", "quetzal", "secret"])
                Assert.False(text.Contains(word, StringComparison.OrdinalIgnoreCase), $"{address} has {word}");
        }
        Assert.Equal([stork.Id], CardsOf(await OpenAsync("/")));
        Assert.Equal([stork.Id, heron.Id], CardsOf(await OpenAsync("/?unit=post")));
        Assert.Equal("2", (await OpenAsync("/?unit=post")).QuerySelector("#count [data-count]")!.GetAttribute("data-count"));
        Assert.DoesNotContain("extremely", await TextAsync("/facets?unit=post"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("seen", await TextAsync($"/posts/{heron.Id}/annotate?handler=tags&typed=se"), StringComparison.Ordinal);
        Assert.DoesNotContain($"{Clip.Id}", await TextAsync($"/posts/{heron.Id}"), StringComparison.Ordinal);
        // The same addresses have them in a session that shows them.
        Assert.Equal(3, CardsOf(await OpenAsync("/", Revealed)).Count);
        Assert.Contains("quetzal", await TextAsync("/prompts", Revealed), StringComparison.Ordinal);
        Assert.Contains($"{wild.Id}", await TextAsync("/api/query?unit=post", Revealed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task urls_of_hidden_items_return_404()
    {
        await FillAsync();
        await ChangeAsync(new() { Trashed = true }, wild.Id);
        GetRedirectUrl(await ChooseAsync(("hide", "mode:extremely-*")));
        foreach (var post in (Guid[])[wild.Id, Clip.Id])
            foreach (var address in (string[])[$"/posts/{post}", $"/api/posts/{post}", $"/files/{post}", $"/files/{post}/256",
                $"/api/media/{post}/similar", $"/posts/{post}/frames", $"/api/media/{post}/collections"])
                Assert.Equal((address, HttpStatusCode.NotFound), (address, (await GetAsync(address)).StatusCode));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync($"/posts/{wild.Id}", Revealed)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync($"/posts/{heron.Id}")).StatusCode);
        Assert.Empty((await OpenAsync("/trash")).QuerySelectorAll("article"));
        Assert.Single((await OpenAsync("/trash", Revealed)).QuerySelectorAll("article"));
    }

    [Fact]
    public async Task an_item_of_a_hidden_collection_is_not_found_either()
    {
        await FillAsync();
        var made = await WithAsync((EditCollections edit) => edit.CreateAsync(
            new() { Id = default, Name = "Private", CreatedAt = default, UpdatedAt = default }, default));
        await ChangeAsync(new() { Collect = [new(made.Collection!.Id, "Private")] }, wild.Id);
        GetRedirectUrl(await ChooseAsync(("hide", "in:Private")));
        Assert.Equal([wild.Id], CardsOf(await OpenAsync("/?search=in:Private", Revealed)));
        foreach (var address in (string[])[$"/posts/{wild.Id}", $"/files/{wild.Id}", $"/files/{wild.Id}/256", $"/api/posts/{wild.Id}"])
            Assert.Equal((address, HttpStatusCode.NotFound), (address, (await GetAsync(address)).StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/files/by-hash/{wild.File!.Sha256}")).StatusCode);
        Assert.Equal([stork.Id, heron.Id], CardsOf(await OpenAsync("/")));
        // Preferences are read anew, now or by another node, when no collection is known.
        await WithAsync((EditPresets presets) => presets.CreateAsync("Any", "liked=true", false, null, default));
        await WithAsync(async (PreferenceCache preferences) => await preferences.GetCurrentAsync(default));
        Assert.Equal([stork.Id, heron.Id], CardsOf(await OpenAsync("/")));
        // It is still meant when it has moved, and when another one has its name.
        var parent = await WithAsync((EditCollections edit) => edit.CreateAsync(
            new() { Id = default, Name = "Shelf", CreatedAt = default, UpdatedAt = default }, default));
        await WithAsync((EditCollections edit) => edit.ChangeAsync(made.Collection.Id,
            one => one with { ParentId = parent.Collection!.Id }, default));
        Assert.Equal([stork.Id, heron.Id], CardsOf(await OpenAsync("/")));
        var namesake = await WithAsync((EditCollections edit) => edit.CreateAsync(
            new() { Id = default, Name = "private", CreatedAt = default, UpdatedAt = default }, default));
        Assert.Equal([stork.Id, heron.Id], CardsOf(await OpenAsync("/")));
        await WithAsync((EditCollections edit) => edit.DeleteAsync(namesake.Collection!.Id, default));
        // A collection that is gone hides nothing, and not everything.
        await WithAsync((EditCollections edit) => edit.DeleteAsync(made.Collection.Id, default));
        Assert.Equal(3, CardsOf(await OpenAsync("/")).Count);
    }

    [Fact]
    public async Task download_lists_and_totals_of_files_leave_them_out()
    {
        var missing = heron with { MediaUrl = $"https://imagine-public.x.ai/imagine-public/images/{heron.Id}.png" };
        await StoreAsync(missing, stork, wild, Clip);
        await ChangeAsync(new() { Trashed = true }, stork.Id);
        var before = await WithAsync((ReadMediaSummary summary) => summary.RunAsync(default));
        MediaSummary after;
        using (HideFilter.Use(HideFilter.Create("heron OR stork", Make.Start, TimeZoneInfo.Utc)))
            after = await WithAsync((ReadMediaSummary summary) => summary.RunAsync(default));
        // The stork is in the trash, and counted by neither.
        Assert.Equal((before.Total - 1, before.Missing - 1), (after.Total, after.Missing));
        Assert.Contains($"{heron.Id}", await TextAsync("/media/lists/csv"), StringComparison.Ordinal);
        GetRedirectUrl(await ChooseAsync(("hide", "heron")));
        Assert.DoesNotContain($"{heron.Id}", await TextAsync("/media/lists/csv"), StringComparison.Ordinal);
        Assert.Contains($"{heron.Id}", await TextAsync("/media/lists/csv", Revealed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_change_of_all_results_leaves_them_alone()
    {
        await FillAsync();
        GetRedirectUrl(await ChooseAsync(("hide", "mode:extremely-*")));
        using (await PostAsync("/selection", ("whole", "true"), ("of", "unit=post"), ("told", "2"), ("addtag", "all"))) { }
        Assert.Equal(2, await CountAsync("tag=all&unit=post"));
        // Families are derived from all posts, whoever looks while they are.
        await ChangeAsync(new() { Hidden = true }, stork.Id);
        await ChangeAsync(new() { Hidden = false }, stork.Id);
        Assert.Equal(3, CardsOf(await OpenAsync("/", Revealed)).Count);
    }

    [Fact]
    public async Task hidden_items_are_revealed_for_a_session_on_request()
    {
        await FillAsync();
        Assert.Null((await OpenAsync("/")).QuerySelector(".look a[href='/reveal']"));
        GetRedirectUrl(await ChooseAsync(("hide", "mode:extremely-*"), ("blur", "stork")));
        Assert.Equal("Show blurred and hidden items", (await OpenAsync("/")).QuerySelector(".look a[href='/reveal']")!.TextContent);
        var ask = await OpenAsync("/reveal");
        Assert.Equal(["stork", "mode:extremely-*"], ask.QuerySelectorAll("main code").Select(code => code.TextContent));
        GetRedirectUrl(await ChooseAsync(("blur", "")));
        Assert.Equal("Show hidden items", (await OpenAsync("/")).QuerySelector(".look a[href='/reveal']")!.TextContent);
        Assert.Equal("Hide items again", (await OpenAsync("/", Revealed)).QuerySelector(".look a[href='/reveal']")!.TextContent);
        GetRedirectUrl(await ChooseAsync(("hide", "")));
        Assert.Equal(3, CardsOf(await OpenAsync("/")).Count);
    }

    private Task FillAsync() => StoreAsync(heron, stork, wild, Clip);

    private async Task<string> TextAsync(string address, params string[] headers)
    {
        using var answer = await GetAsync(address, headers);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    private static PostFile FileOf(char sign) => new() { Sha256 = new(sign, 64), Mime = "video/mp4", Length = 9, Method = "uuid-in-name" };
}
