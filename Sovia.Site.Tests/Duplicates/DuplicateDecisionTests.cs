using System.Net;
using Sovia.Curation;
using Sovia.Tests.Support;

namespace Sovia.Tests.Duplicates;

public sealed class DuplicateDecisionTests(SoviaHost host) : DuplicatesTest(host)
{
    private static readonly string[] Verdicts = ["same", "unrelated", "same", "keep"];

    [Fact]
    public async Task the_best_is_kept_and_the_rest_is_in_the_trash_until_the_decision_is_undone()
    {
        var (best, rest) = (await PutAsync(Scenes.Create(1).Png(), 5), await PutAsync(Scenes.Create(1).Jpeg(60), 1));
        await FindDuplicatesAsync();
        var response = await DecideAsync((await OpenAsync("/duplicates")).QuerySelector("[data-group]")!, "same", best.Id);
        Assert.Equal("Moved 1 item to the trash.", await ToastAsync(response));
        var page = await OpenAsync("/duplicates");
        Assert.Empty(GroupsOf(page));
        Assert.Equal([best.Id], CardsOf(await OpenAsync("/")));

        var undone = await SendFormAsync("/duplicates?handler=undo",
            new() { ["batch"] = page.QuerySelector("[data-batch-id]")!.GetAttribute("data-batch-id")! });
        Assert.Equal("Decision undone.", await ToastAsync(undone));
        page = await OpenAsync("/duplicates");
        Assert.Equal(2, Assert.Single(GroupsOf(page)).Count);
        Assert.Null(page.QuerySelector("[data-batch-id]"));
        Assert.Equal(2, CardsOf(await OpenAsync("/")).Count);
        _ = rest;
    }

    [Fact]
    public async Task near_duplicates_are_found_by_a_search_until_they_are_decided()
    {
        await PutAsync(Scenes.Create(1).Png());
        await PutAsync(Scenes.Create(7).Png());
        await FindDuplicatesAsync();
        Assert.Equal((0, 2), (await CountAsync("search=is:duplicate"), await CountAsync("search=-is:duplicate")));
        // The content stays as it is, so that only the state can tell the cached count from the next one.
        await PutAsync(Scenes.Create(1).Jpeg(), 3);
        Assert.Equal(0, await CountAsync("search=is:duplicate&unit=post"));
        await FindDuplicatesAsync();
        Assert.Equal((2, 2), (await CountAsync("search=is:duplicate"), await CountAsync("search=is:duplicate&unit=post")));
        Assert.Equal(1, await CountAsync("search=-is:duplicate"));
        Assert.Equal(2, CardsOf(await OpenAsync("/?search=is:duplicate")).Count);
        await DecideAsync((await OpenAsync("/duplicates")).QuerySelector("[data-group]")!, "unrelated");
        await FindDuplicatesAsync();
        Assert.Equal((0, 0), (await CountAsync("search=is:duplicate"), CardsOf(await OpenAsync("/?search=is:duplicate")).Count));
    }

    [Theory]
    [InlineData("variants", "Linked 2 items as variants.")]
    [InlineData("unrelated", "Marked 2 items as not duplicates.")]
    [InlineData("keep", "Kept all 2 near duplicates.")]
    public async Task a_decision_is_remembered_by_content_whatever_is_derived_again_and_whatever_post_has_the_files(string verdict,
        string toastText)
    {
        var (one, two) = (Scenes.Create(1).Png(), Scenes.Create(1).Jpeg());
        await PutAsync(one);
        await PutAsync(Make.Still(2), two, "jpg");
        await FindDuplicatesAsync();
        Assert.Equal(toastText,
            await ToastAsync(await DecideAsync((await OpenAsync("/duplicates")).QuerySelector("[data-group]")!, verdict)));
        Assert.Empty(GroupsOf(await OpenAsync("/duplicates")));
        await PutAsync(Scenes.Create(7).Png());
        await FindDuplicatesAsync();
        Assert.Empty(GroupsOf(await OpenAsync("/duplicates")));
        Assert.Equal(3, CardsOf(await OpenAsync("/")).Count);
    }

    [Fact]
    public async Task a_decision_undone_from_the_history_is_asked_again()
    {
        await PutAsync(Scenes.Create(1).Png());
        await PutAsync(Scenes.Create(1).Jpeg(), 3);
        await FindDuplicatesAsync();
        await DecideAsync((await OpenAsync("/duplicates")).QuerySelector("[data-group]")!, "unrelated");
        var batch = (await WithAsync((ReadBatchHistory read) => read.ReadPageAsync(null, 1, default)))[0];
        Assert.Equal("Marked 2 items as not duplicates", batch.Text);
        var undo = (await WithAsync((UndoBatch undo) => undo.RunAsync(batch.Id, default)))!.Batch!;
        await DeriveAsync();
        Assert.Single(GroupsOf(await OpenAsync("/duplicates")));
        // Undoing a second time has nothing to do, and undoing the undo makes the decision again.
        Assert.Null((await WithAsync((UndoBatch again) => again.RunAsync(batch.Id, default)))!.Batch);
        Assert.NotNull((await WithAsync((UndoBatch redo) => redo.RunAsync(undo.Id, default)))!.Batch);
        await DeriveAsync();
        Assert.Empty(GroupsOf(await OpenAsync("/duplicates")));
    }

    [Fact]
    public async Task deciding_twice_or_at_once_decides_once()
    {
        await PutAsync(Scenes.Create(1).Png());
        await PutAsync(Scenes.Create(1).Jpeg(), 3);
        await FindDuplicatesAsync();
        var group = (await OpenAsync("/duplicates")).QuerySelector("[data-group]")!;
        var responses = await Task.WhenAll(Verdicts.Select(verdict => DecideAsync(group, verdict)));
        Assert.All(responses, response => Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode));
        Assert.Equal(1, await QueryNumberAsync("select count(*) from sovia.duplicate_decision"));
        Assert.Equal(1, await QueryNumberAsync("select count(*) from sovia.mt_doc_batch"));
        var trashed = await QueryNumberAsync("select count(*) from sovia.post_aside");
        Assert.Equal(await QueryNumberAsync("select count(*) from sovia.duplicate_decision where verdict = 1"), trashed);
        Assert.Contains("no longer in the queue", await ToastAsync(await DecideAsync(group, "unrelated")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_stale_tab_decides_nothing()
    {
        await PutAsync(Scenes.Create(1).Png());
        await PutAsync(Scenes.Create(1).Jpeg(), 3);
        await FindDuplicatesAsync();
        var group = (await OpenAsync("/duplicates")).QuerySelector("[data-group]")!;
        var shown = group.QuerySelector("input[name=shown]")!;
        shown.SetAttribute("value", shown.GetAttribute("value")!.Split(',')[0]);
        foreach (var verdict in Verdicts)
            Assert.Contains("have changed since", await ToastAsync(await DecideAsync(group, verdict)), StringComparison.Ordinal);
        Assert.Equal(0, await QueryNumberAsync("select count(*) from sovia.post_aside"));
        Assert.Single(GroupsOf(await OpenAsync("/duplicates")));
    }

    [Theory]
    [InlineData("nonsense", null)]
    [InlineData("", null)]
    [InlineData("same", "aaaaaaaa-0000-4000-8000-000000000001")]
    public async Task nonsense_decides_nothing_and_says_so(string verdict, string? best)
    {
        await PutAsync(Scenes.Create(1).Png());
        await PutAsync(Scenes.Create(1).Jpeg(), 3);
        await FindDuplicatesAsync();
        var response = await DecideAsync((await OpenAsync("/duplicates")).QuerySelector("[data-group]")!, verdict, best is null ? null
            : Guid.Parse(best));
        if (best is null) Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        else Assert.Contains("Choose the item to keep", await ToastAsync(response), StringComparison.Ordinal);
        Assert.Single(GroupsOf(await OpenAsync("/duplicates")));
        Assert.Equal(0, await QueryNumberAsync("select count(*) from sovia.duplicate_decision"));
    }

    [Fact]
    public async Task variants_are_linked_on_their_pages()
    {
        var (one, two) = (await PutAsync(Scenes.Create(1).Png()), await PutAsync(Scenes.Create(1).Jpeg(), 3));
        await FindDuplicatesAsync();
        Assert.Null((await OpenAsync($"/posts/{one.Id}")).QuerySelector(".related"));
        await DecideAsync((await OpenAsync("/duplicates")).QuerySelector("[data-group]")!, "variants");
        Assert.Equal($"/posts/{two.Id}", (await OpenAsync($"/posts/{one.Id}")).QuerySelector(".related a")!.GetAttribute("href"));
        Assert.Equal($"/posts/{one.Id}", (await OpenAsync($"/posts/{two.Id}")).QuerySelector(".related a")!.GetAttribute("href"));
        var batch = (await OpenAsync("/duplicates")).QuerySelector("[data-batch-id]")!.GetAttribute("data-batch-id")!;
        await SendFormAsync("/duplicates?handler=undo", new() { ["batch"] = batch });
        Assert.Null((await OpenAsync($"/posts/{one.Id}")).QuerySelector(".related"));
    }
}
