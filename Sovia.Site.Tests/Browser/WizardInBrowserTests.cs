using Microsoft.Playwright;
using Sovia.Tests.Import;

namespace Sovia.Tests.Browser;

/// <summary>The way in as people go it, on a desk and on a phone.</summary>
public sealed class WizardInBrowserTests(BrowserSite site) : BrowserTest(site)
{
    [BrowserTheory]
    [InlineData(ColorScheme.Dark, 1440, true, 21)]
    [InlineData(ColorScheme.Light, 390, true, 22)]
    [InlineData(ColorScheme.Dark, 390, false, 23)]
    public async Task a_file_goes_from_the_form_to_its_report(ColorScheme scheme, int width, bool scripts, int seed)
    {
        var page = await OpenAsync(new()
        {
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = 844 },
            JavaScriptEnabled = scripts
        });
        await page.GotoAsync("/import");
        await page.Locator("#files")
            .SetInputFilesAsync([File("one.json", SyntheticExport.Json(families: 20, seed)), File("two.json", "[7]")]);
        if (scripts) Assert.StartsWith("2 files", await page.Locator(".chosen").TextContentAsync(), StringComparison.Ordinal);
        await page.GetByText("Browser console script").ClickAsync();
        await CheckLayoutAsync(page, scripts);
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview import" }).ClickAsync();
        await page.Locator("[data-run-state=preview]").WaitForAsync();
        Assert.Equal("Ready to import: one.json and 1 more · Sovia", await page.TitleAsync());
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Stop import" }).CountAsync());
        await page.Locator(".issue summary").First.ClickAsync();
        await CheckLayoutAsync(page, scripts);
        await page.GetByRole(AriaRole.Button, new() { Name = $"Import {SyntheticExport.Posts(20, seed):N0} items" }).ClickAsync();
        await page.Locator("[data-run-state=finished]").WaitForAsync();
        await CheckLayoutAsync(page, scripts);
        await page.GetByRole(AriaRole.Link, new() { Name = "View imported items" }).ClickAsync();
        await page.Locator("article[data-post-id]").First.WaitForAsync();
        Assert.Equal(20, await page.Locator("article[data-post-id]").CountAsync());
    }

    [BrowserFact]
    public async Task a_form_without_anything_is_not_sent()
    {
        const string Message = "document.querySelector('#files').validationMessage";
        var page = await OpenAsync();
        await page.GotoAsync("/import");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview import" }).ClickAsync();
        Assert.Equal("Choose a file or folder, or paste links, IDs or JSON.", await page.EvaluateAsync<string>(Message));
        Assert.Equal("files", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Locator("#text").FillAsync("7");
        Assert.Equal("", await page.EvaluateAsync<string>(Message));
        await page.Locator("#text").FillAsync(" ");
        Assert.NotEqual("", await page.EvaluateAsync<string>(Message));
        await page.Locator("#files").SetInputFilesAsync(File("one.json", "[]"));
        Assert.Equal("", await page.EvaluateAsync<string>(Message));
    }

    [BrowserFact]
    public async Task files_dropped_on_the_form_are_taken_by_its_field()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/import");
        var dropped = await page.EvaluateHandleAsync(
            "() => { const data = new DataTransfer(); data.items.add(new File(['[]'], 'dropped.json')); return data; }");
        await page.DispatchEventAsync(".drop", "drop", new { dataTransfer = dropped });
        await page.Locator(".chosen", new() { HasText = "dropped.json" }).WaitForAsync();
        Assert.Equal("dropped.json", await page.EvaluateAsync<string>("document.querySelector('#files').files[0].name"));
    }

    private static FilePayload File(string name, string text) =>
        new() { Name = name, MimeType = "application/json", Buffer = TestArchives.Bytes(text) };

    private static async Task CheckLayoutAsync(IPage page, bool scripts)
    {
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{page.Url} scrolls sideways");
        if (!scripts) return;
        await Accessibility.CheckAsync(page);
    }
}
