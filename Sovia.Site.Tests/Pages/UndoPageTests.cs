using Sovia.Tests.Import;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class UndoPageTests(SoviaHost host) : WizardTest(host)
{
    [Fact]
    public async Task a_run_that_is_undone_leaves_nothing_and_its_file_is_new_again()
    {
        var (address, _) = await UploadExportAsync(Export);
        await PressAsync(address, "handler=go");
        await UntilAsync(address, "finished");
        Assert.Equal(address, await PressAsync(address, "handler=undo"));
        var undone = await UntilAsync(address, "undone");
        Assert.Equal("", await LibraryDump.ReadAsync(Host.ConnectionString));
        Assert.Contains($"{SyntheticExport.Posts(14, 11)} items removed", undone.QuerySelector("[role=status]")!.TextContent,
            StringComparison.Ordinal);
        Assert.Null(undone.QuerySelector("button[formaction*='handler=undo']"));
        Assert.Contains("items removed", (await OpenAsync("/import")).QuerySelector($".runs a[href='{address}']")!.TextContent,
            StringComparison.Ordinal);
        var (_, preview) = await UploadExportAsync(Export);
        Assert.Null(preview.QuerySelector("[role=status]"));
        Assert.Equal($"{SyntheticExport.Posts(14, 11)}", Figure(preview, "New items"));
    }

    [Fact]
    public async Task undo_is_refused_for_edited_items_and_offered_for_the_rest()
    {
        var (address, _) =
            await UploadExportAsync("""[{"id":"bbbbbbbb-0000-4000-8000-000000000002"},{"id":"cccccccc-0000-4000-8000-000000000003"}]""");
        await PressAsync(address, "handler=go");
        await UntilAsync(address, "finished");
        await MatchFileByHandAsync(Guid.Parse("bbbbbbbb-0000-4000-8000-000000000002"));
        await PressAsync(address, "handler=undo");
        var refused = await UntilAsync(address, "finished");
        Assert.Contains("1 item has been edited", refused.QuerySelector("#undo[open] [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, CardsOf(await OpenAsync("/")).Count);
        await PressAsync(address, "handler=undo&leavesEdited=true");
        var undone = await UntilAsync(address, "undone");
        Assert.Contains("1 kept", undone.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Single(CardsOf(await OpenAsync("/")));
    }
}
