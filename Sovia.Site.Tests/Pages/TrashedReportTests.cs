using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class TrashedReportTests(SoviaHost host) : WizardTest(host)
{
    private static readonly Guid A = new("aaaaaaaa-0000-4000-8000-000000000001"), B = new("bbbbbbbb-0000-4000-8000-000000000002");
    private static readonly string Three = $$"""[{"id":"{{A}}"},{"id":"{{B}}"},{"id":"{{Guid.NewGuid()}}"}]""";

    [Fact]
    public async Task preview_and_report_count_what_is_in_the_trash_and_the_report_offers_to_restore_it()
    {
        var (first, _) = await UploadExportAsync(Three);
        await PressAsync(first, "handler=go");
        await UntilAsync(first, "finished");
        await ChangeAsync(new() { Trashed = true }, A, B);
        // Another file that says the same: the same bytes would be known by themselves.
        var (again, preview) = await UploadExportAsync(Three.Replace("},{", "}, {", StringComparison.Ordinal));
        Assert.Equal(("0", "1", "2"), (Figure(preview, "New items"), Figure(preview, "Unchanged"), Figure(preview, "In trash")));
        // A figure of zero is left out.
        Assert.DoesNotContain("Updated", preview.QuerySelector(".numbers")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(preview.QuerySelector(".run-note a[href='/trash']"));
        await PressAsync(again, "handler=go");
        var report = await UntilAsync(again, "finished");
        Assert.Equal("2", State(report).GetAttribute("data-trashed"));
        Assert.Equal("2", report.QuerySelector("[data-in-trash]")!.GetAttribute("data-in-trash"));
        await StoreAsync(Make.Still(9));
        await ChangeAsync(new() { Trashed = true }, Make.Still(9).Id);
        await ChangeAsync(new() { Trashed = false }, B);
        var trashed = await CountAsync("search=is:trashed");
        await PressAsync(again, "handler=restore");
        // What is none of this import's stays where it is.
        Assert.Equal(trashed - 1, await CountAsync("search=is:trashed"));
        report = await OpenAsync(again);
        Assert.Equal("2", State(report).GetAttribute("data-trashed"));
        Assert.Null(report.QuerySelector("button[formaction$='handler=restore']"));
    }
}
