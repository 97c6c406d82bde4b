using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Sovia.Import;
using Sovia.Tests.Support;

namespace Sovia.Tests.Browser;

public sealed class ImportingInBrowserTests(BrowserSite site) : BrowserTest(site)
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_file_chosen_on_the_page_ends_in_a_report(bool scripts)
    {
        var page = await OpenAsync(new() { JavaScriptEnabled = scripts });
        await page.GotoAsync("/import");
        await page.Locator("#files")
            .SetInputFilesAsync(new FilePayload { Name = "mine.json", MimeType = "application/json", Buffer = "[]"u8.ToArray() });
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Import without preview" }).ClickAsync();
        await page.Locator("[data-run-state=finished], [data-run-state=failed]").WaitForAsync();
        Assert.Contains("mine.json", await page.TitleAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task a_page_left_open_follows_the_run_to_its_end()
    {
        var run = new ImportRun
        {
            Id = Guid.NewGuid(),
            State = ImportState.Importing,
            StartedAt = Make.Start,
            Sources = [new("a.json", 200)],
            BytesRead = 50
        };
        await StoreAsync(run);
        var page = await OpenAsync();
        await page.GotoAsync($"/import/{run.Id}");
        await page.Locator("progress[value='25']").WaitForAsync();
        await StoreAsync(run with { BytesRead = 150 });
        await page.Locator("progress[value='75']").WaitForAsync();
        await StoreAsync(run with
        {
            State = ImportState.Finished,
            FinishedAt = Make.Start,
            BytesRead = 200,
            Counts = new() { Families = 1, Posts = 3 }
        });
        await page.Locator("[data-run-state=finished][data-posts='3']").WaitForAsync();
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Stop import" }).CountAsync());
        Assert.Equal("Imported: a.json · Sovia", await page.TitleAsync());
        Assert.Equal("Imported: a.json", await page.Locator("[aria-live=polite]").TextContentAsync());
    }

    private async Task StoreAsync(ImportRun run)
    {
        await using var session = Site.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Store(run);
        await session.SaveChangesAsync();
    }
}
