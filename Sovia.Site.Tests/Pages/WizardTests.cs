using System.Net;
using Sovia.Import;
using Sovia.Tests.Import;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>The whole way in as a browser without scripts goes it: forms, links and redirects.</summary>
public sealed class WizardTests(SoviaHost host) : WizardTest(host)
{
    [Fact]
    public async Task a_file_is_looked_through_then_imported_then_reported()
    {
        var (address, preview) = await UploadExportAsync(Export + "[7]");
        Assert.Equal("", await LibraryDump.ReadAsync(Host.ConnectionString));
        Assert.Equal("step", preview.QuerySelector(".wizard li:nth-child(2)")!.GetAttribute("aria-current"));
        Assert.Equal(12, preview.QuerySelectorAll(".sample").Length);
        Assert.Equal($"{SyntheticExport.Posts(14, 11)}", Figure(preview, "New items"));
        Assert.Equal(("14", "14", "1"), (Figure(preview, "Stacks"), Figure(preview, "New stacks"), Figure(preview, "Rejected")));
        Assert.Equal($"{SyntheticExport.Posts(14, 11)}", preview.QuerySelector("[data-bytes=cookie] td")!.TextContent);
        Assert.Contains("What to do", preview.QuerySelector($"[data-code={IssueCode.NoId}]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(preview.QuerySelector("meta[http-equiv=refresh], #run-controls form"));

        Assert.Equal(address, await PressAsync(address, "handler=go"));
        var report = await UntilAsync(address, "finished");
        Assert.Equal(("14", "1"), (State(report).GetAttribute("data-families"), State(report).GetAttribute("data-rejected")));
        var brought = report.QuerySelector("a.button--main")!.GetAttribute("href")!;
        Assert.Equal(14, CardsOf(await OpenAsync(brought)).Count);
    }

    [Fact]
    public async Task the_report_shows_where_the_files_are_and_how_to_download_them()
    {
        var (address, _) = await UploadExportAsync(Export);
        await PressAsync(address, "handler=go");
        var report = await UntilAsync(address, "finished");
        var all = SyntheticExport.Posts(14, 11);
        Assert.Equal(("0", $"{all}"), (report.QuerySelector("[data-safe]")!.GetAttribute("data-safe"),
            report.QuerySelector("[data-safe]")!.GetAttribute("data-total")));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(report.QuerySelector("a[href*='/media/get']")!.GetAttribute("href")!)).StatusCode);
        Assert.NotNull(report.QuerySelector("button[formaction*='handler=scan']"));
        // Nothing of it is public, so there is nothing to fetch.
        Assert.Null(report.QuerySelector("button[formaction*='handler=fetch']"));
        Assert.Equal(address, await PressAsync(address, "handler=scan"));
    }

    [Fact]
    public async Task only_public_files_of_the_run_are_downloaded()
    {
        await StoreAsync(
            Make.Still() with { MediaUrl = "https://imagine-public.x.ai/share-images/cccccccc-0000-4000-8000-000000000003.jpg" });
        var (address, preview) =
            await UploadExportAsync(
                """[{"id":"bbbbbbbb-0000-4000-8000-000000000002","mediaType":"image","mediaUrl":"https://imagine-public.x.ai/share-images/bbbbbbbb-0000-4000-8000-000000000002.jpg"}]""");
        Assert.Equal("1", preview.QuerySelector("[data-bytes=public] td")!.TextContent);
        await PressAsync(address, "handler=go");
        await UntilAsync(address, "finished");
        Assert.Equal("/media#fetch", await PressAsync(address, "handler=fetch"));
        var list = await (await GetAsync($"/media/lists/urls?scope=run&id={address.Split('/')[^1]}&access=public")).Content
            .ReadAsStringAsync();
        Assert.Contains("bbbbbbbb", list, StringComparison.Ordinal);
        Assert.DoesNotContain("cccccccc", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task discarding_goes_back_to_the_form_and_the_run_says_that_nothing_was_written()
    {
        var (address, _) = await UploadExportAsync(Export);
        Assert.Equal("/import", await PressAsync(address, "handler=discard"));
        Assert.Equal("cancelled", State(await OpenAsync(address)).GetAttribute("data-run-state"));
        Assert.Contains("nothing imported", (await OpenAsync("/import")).QuerySelector(".runs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", await LibraryDump.ReadAsync(Host.ConnectionString));
    }

    [Fact]
    public async Task the_same_file_again_is_known_and_says_when_it_came()
    {
        var (first, _) = await UploadExportAsync(Export);
        await PressAsync(first, "handler=go");
        await UntilAsync(first, "finished");
        var (address, preview) = await UploadExportAsync(Export);
        Assert.NotEqual(first, address);
        Assert.Equal(first, preview.QuerySelector("[role=status] a")!.GetAttribute("href"));
        Assert.NotNull(preview.QuerySelector("[role=status] time"));
        await PressAsync(address, "handler=go");
        Assert.Equal("0", State(await UntilAsync(address, "finished")).GetAttribute("data-new"));
    }

    [Fact]
    public async Task earlier_imports_are_listed_with_their_counts_size_time_and_issues()
    {
        var (address, _) = await UploadExportAsync(Export + "[7]");
        await PressAsync(address, "handler=go");
        await UntilAsync(address, "finished");
        var line = (await OpenAsync("/import")).QuerySelector($".runs a[href='{address}']")!.TextContent;
        foreach (var part in new[] { "mine.json", $"{SyntheticExport.Posts(14, 11)} items in 14 stacks", "kB", " s", "1 issue" })
            Assert.Contains(part, line, StringComparison.Ordinal);
    }
}
