using System.Globalization;
using System.Net;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>Importing an export without the items of other accounts, and the steps of the wizard.</summary>
public sealed class OwnersPageTests(SoviaHost host) : WizardTest(host)
{
    private const string Mine = "aaaaaaaa-0000-4000-8000-00000000000a", Other = "bbbbbbbb-0000-4000-8000-00000000000b";

    private static string Post(int number, string? owner)
    {
        var by = owner is null ? "" : $",\"userId\":\"{owner}\"";
        return $$"""
            {"id":"cccccccc-0000-4000-8000-{{number:000000000000}}"{{by}},"mediaType":"image","prompt":"number {{number}}",
            "mediaUrl":"https://imagine-public.x.ai/{{number}}.jpg"}
            """;
    }

    [Fact]
    public async Task an_export_is_imported_without_the_items_of_others()
    {
        var (address, preview) = await UploadExportAsync($"[{Post(1, Mine)},{Post(2, Mine)},{Post(3, Other)},{Post(4, null)}]");
        Assert.Contains("1 item is from other accounts", preview.QuerySelector(".run-note.is-warned")!.TextContent,
            StringComparison.Ordinal);
        var button = preview.QuerySelector("button[name=only]")!;
        Assert.Equal(("Import without others' items", Mine), (button.TextContent, button.GetAttribute("value")));
        using var form = new MultipartFormDataContent { { new StringContent(Mine), "only" } };
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(address, $"{address}?handler=go", form)).StatusCode);
        Assert.Equal("3", State(await UntilAsync(address, "finished")).GetAttribute("data-new"));
        Assert.Equal([1, 2, 4], (await OpenAsync("/")).QuerySelectorAll("article")
            .Select(card => int.Parse(card.GetAttribute("data-post-id")![24..], CultureInfo.InvariantCulture)).Order());
    }

    [Fact]
    public async Task single_accounts_can_be_left_out()
    {
        const string third = "dddddddd-0000-4000-8000-00000000000d";
        var (address, preview) = await UploadExportAsync(
            $"[{Post(1, Mine)},{Post(2, Mine)},{Post(3, Other)},{Post(4, null)},{Post(5, third)}]");
        Assert.Equal([Mine, Other, third], preview.QuerySelectorAll("input[name=without]").Select(box => box.GetAttribute("value")));
        // Without a selection nothing starts.
        using (var none = new MultipartFormDataContent { { new StringContent(""), "x" } })
            Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(address, $"{address}?handler=without", none)).StatusCode);
        Assert.Equal("preview", State(await OpenAsync(address)).GetAttribute("data-run-state"));
        using var form = new MultipartFormDataContent { { new StringContent(Other), "without" } };
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(address, $"{address}?handler=without", form)).StatusCode);
        Assert.Equal("4", State(await UntilAsync(address, "finished")).GetAttribute("data-new"));
        Assert.Equal([1, 2, 4, 5], (await OpenAsync("/")).QuerySelectorAll("article")
            .Select(card => int.Parse(card.GetAttribute("data-post-id")![24..], CultureInfo.InvariantCulture)).Order());
    }

    [Fact]
    public async Task an_export_of_one_account_offers_no_such_button()
    {
        var (_, preview) = await UploadExportAsync($"[{Post(1, Mine)},{Post(4, null)}]");
        Assert.Null(preview.QuerySelector("button[name=only]"));
    }

    [Fact]
    public async Task the_wizard_has_three_steps_and_a_report_has_none_but_what_comes_next()
    {
        Assert.Equal(["Choose", "Preview", "Import"], (await OpenAsync("/import")).QuerySelectorAll(".wizard li")
            .Select(step => step.TextContent));
        var (address, preview) = await UploadExportAsync($"[{Post(1, Mine)}]");
        Assert.Equal("Preview", preview.QuerySelector(".wizard [aria-current=step]")!.TextContent);
        await PressAsync(address, "handler=go");
        var report = await UntilAsync(address, "finished");
        Assert.Null(report.QuerySelector(".wizard"));
        Assert.Equal("Next: save the files", report.GetElementById("files-of-run")!.TextContent);
        Assert.Equal("Download 1 public file", report.QuerySelector("button[formaction$='handler=fetch']")!.TextContent);
    }

    [Fact]
    public async Task notes_of_an_import_are_closed_and_say_nothing_of_what_to_do()
    {
        var (_, preview) = await UploadExportAsync($"[{Post(1, Mine).Replace("number 1", "number\\u0007 1", StringComparison.Ordinal)}]");
        Assert.Equal("1 note", preview.GetElementById("issues")!.TextContent);
        var note = preview.QuerySelector("details.issue")!;
        Assert.False(note.HasAttribute("open"));
        Assert.DoesNotContain("What to do", note.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_file_that_was_imported_leads_to_that_import_first()
    {
        var (first, _) = await UploadExportAsync($"[{Post(1, Mine)}]");
        await PressAsync(first, "handler=go");
        await UntilAsync(first, "finished");
        var (_, again) = await UploadExportAsync($"[{Post(1, Mine)}]");
        Assert.Equal("Already imported", again.QuerySelector("h1")!.TextContent);
        var main = again.QuerySelector(".button--main")!;
        Assert.Equal(("View that import", first), (main.TextContent, main.GetAttribute("href")));
    }
}
