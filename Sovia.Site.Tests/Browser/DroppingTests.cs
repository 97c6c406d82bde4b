using Microsoft.Playwright;
using Sovia.Tests.Import;

namespace Sovia.Tests.Browser;

/// <summary>Files dropped anywhere on a page.</summary>
public sealed class DroppingTests(BrowserSite site) : BrowserTest(site)
{
    private const string Jpeg = "{ name: 'nobody-knows.jpg', type: 'image/jpeg', text: 'not an image' }";

    [BrowserFact]
    public async Task an_export_is_imported_and_a_picture_reports_what_became_of_it()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/stats");
        await DropAsync(page, Jpeg, $"{{ name: 'one.json', type: 'application/json', text: {SyntheticExport.Json(families: 1, 31)} }}");
        await page.WaitForURLAsync("**/import/*");
        await page.Locator("[data-run-state=preview]").WaitForAsync();
        Assert.StartsWith("1 file rejected.", await page.Locator("server-toast p").TextContentAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        Assert.Equal(0, await page.Locator("server-toast").CountAsync());
    }

    [BrowserFact]
    public async Task the_result_of_dropped_pictures_is_told_once()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/stats");
        await DropAsync(page, Jpeg);
        await page.WaitForURLAsync("**/media");
        Assert.StartsWith("1 file rejected.", await page.Locator("server-toast p").TextContentAsync(), StringComparison.Ordinal);
        await page.ReloadAsync();
        Assert.Equal(0, await page.Locator("server-toast").CountAsync());
    }

    [BrowserFact]
    public async Task files_over_the_limit_are_not_uploaded()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/stats");
        var sent = 0;
        page.Request += (_, request) => sent += request.Method == "POST" ? 1 : 0;
        await page.RouteAsync("**/media", async route =>
        {
            var form = await route.FetchAsync();
            var html = System.Text.RegularExpressions.Regex.Replace(await form.TextAsync(), "data-most=\"\\d+\"", "data-most=\"5\"");
            await route.FulfillAsync(new() { Response = form, Body = html });
        });
        await DropAsync(page, Jpeg);
        var toast = page.GetByRole(AriaRole.Alert);
        await toast.WaitForAsync();
        Assert.Contains("over the limit", await toast.TextContentAsync(), StringComparison.Ordinal);
        await toast.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        Assert.Equal(0, await toast.CountAsync());
        Assert.Equal(0, sent);
    }

    private static async Task DropAsync(IPage page, params string[] files)
    {
        var dropped = await page.EvaluateHandleAsync($$"""
            () => {
              const data = new DataTransfer();
              for (const { name, type, text } of [{{string.Join(',', files)}}])
                data.items.add(new File([typeof text === "string" ? text : JSON.stringify(text)], name, { type }));
              return data;
            }
            """);
        await page.DispatchEventAsync("main", "drop", new { dataTransfer = dropped });
    }
}
