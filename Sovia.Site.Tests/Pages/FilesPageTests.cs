using System.Net;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>The page of files: its main action, its tables, and matching files by hand.</summary>
public sealed class FilesPageTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task an_item_for_a_file_is_found_by_words_and_matched_by_its_picture()
    {
        var (heron, other) = (Make.Still(1, "a grey heron"), Make.Still(2, "a harbour"));
        await StoreAsync(heron, other);
        await UploadFilesAsync(("holiday.png", Picture()));
        var file = (await OpenAsync("/media/review")).QuerySelector("input[name=file]")!.GetAttribute("value")!;
        Assert.Equal(2, (await OpenAsync($"/media/review?file={file}&find=")).QuerySelectorAll(".review__candidate").Length);
        var found = Assert.Single((await OpenAsync($"/media/review?file={file}&find=heron")).QuerySelectorAll(".review__candidate"));
        Assert.Equal(($"{heron.Id}", "a grey heron"), (found.GetAttribute("value"), found.GetAttribute("title")));
        using var form = new MultipartFormDataContent { { new StringContent(file), "file" },
            { new StringContent(found.GetAttribute("value")!), "post" } };
        await PostAsync("/media/review", "/media/review?handler=attach", form);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync($"/files/{heron.Id}")).StatusCode);
        Assert.Null((await OpenAsync($"/media/review?file={file}&find=heron")).QuerySelector(".review__file"));
    }

    [Fact]
    public async Task several_files_are_added_as_new_items_at_once()
    {
        await UploadFilesAsync(("holiday.png", Picture()), ("beach.png", Picture()));
        var ticks = (await OpenAsync("/media/review")).QuerySelectorAll("input[type=checkbox][form=bulk]")
            .Select(tick => tick.GetAttribute("value")!).ToList();
        Assert.Equal(2, ticks.Count);
        using var form = new MultipartFormDataContent { { new StringContent(ticks[0]), "file" }, { new StringContent(ticks[1]), "file" } };
        await PostAsync("/media/review", "/media/review?handler=take", form);
        Assert.Equal(2, (await OpenAsync("/")).QuerySelectorAll("article img").Length);
    }

    [Fact]
    public async Task the_page_leads_with_what_can_be_downloaded_now()
    {
        await StoreAsync(
            Make.Still(1) with { MediaUrl = "https://imagine-public.x.ai/share-images/cccccccc-0000-4000-8000-000000000003.jpg" },
            Make.Still(2), Make.Still(3));
        var page = await OpenAsync("/media");
        Assert.Equal("Download 1 public file", page.QuerySelector(".button--main")!.TextContent);
        Assert.Contains("2 files that need sign-in", page.QuerySelector("a[href='/media/lists/aria2?access=cookie']")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(["Type", "Host", "Reason"], page.QuerySelectorAll(".breakdown thead th:first-child").Select(head => head.TextContent));
        var tabs = (await OpenAsync("/media/missing")).QuerySelectorAll("nav[aria-label=Reason] a").Select(tab => tab.TextContent);
        Assert.Equal(["All 3", "Sign-in required 2", "Public, not downloaded yet 1"], tabs);
    }

    [Fact]
    public async Task a_missing_clip_without_a_prompt_is_named_by_its_stack()
    {
        var root = Make.Still(1, "A heron at dusk");
        await StoreAsync(root, Make.Clip(root));
        Assert.Equal(["A heron at dusk", "A heron at dusk"],
            (await OpenAsync("/media/missing")).QuerySelectorAll(".missing [dir=auto]").Select(text => text.TextContent));
    }

    [Fact]
    public async Task polling_leaves_the_breakdown_open_or_closed()
    {
        await StoreAsync(Make.Still(1));
        var update = await ReadAsync(await GetAsync("/media", "HX-Request: true"));
        Assert.Null(update.QuerySelector("details.breakdown"));
        Assert.NotNull(update.QuerySelector("#standing .meter"));
        Assert.NotEmpty(update.QuerySelectorAll("#breakdown[hx-swap-oob=innerHTML] table"));
        Assert.NotEmpty((await OpenAsync("/media")).QuerySelectorAll("details.breakdown > #breakdown table"));
    }

    [Fact]
    public async Task nothing_is_offered_to_download_where_nothing_is_missing()
    {
        var page = await OpenAsync("/media");
        Assert.Null(page.QuerySelector("#fetch, #lists"));
    }

    private async Task<HttpResponseMessage> UploadFilesAsync(params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "files", name);
        return await PostAsync("/media", "/media?handler=upload", form);
    }

    private static byte[] Picture()
    {
        using var picture = Draw.Gradient(320, 200);
        using var marked = picture.Mutate(mutable => mutable.Set(NetVips.GValue.GStrType, "png-comment-0-id", Guid.NewGuid().ToString()));
        return marked.PngsaveBuffer();
    }
}
