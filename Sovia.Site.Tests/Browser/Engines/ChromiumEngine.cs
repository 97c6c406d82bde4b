using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Sovia.Tests.Browser.Engines;

/// <summary>Chromium, by Playwright.</summary>
public sealed class ChromiumEngine : IEngine
{
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly IPage page;

    private ChromiumEngine(IPlaywright playwright, IBrowser browser, IPage page)
    {
        (this.playwright, this.browser, this.page) = (playwright, browser, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Enqueue(message.Text);
        };
        page.PageError += (_, error) => complaints.Enqueue(error);
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Starts one without a window, which keeps pages for Back as it does outside of tests.</summary>
    public static async Task<IEngine> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await Chromium.LaunchAsync(playwright, keepsPages: true);
        return new ChromiumEngine(playwright, browser, await browser.NewPageAsync());
    }

    /// <inheritdoc/>
    public Task GoAsync(string address) => page.GotoAsync(address);

    /// <inheritdoc/>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(await page.EvaluateAsync<string>($"JSON.stringify({expression}) ?? 'null'"));
        }
        catch (PlaywrightException error)
        {
            throw new InvalidOperationException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public async Task PressAsync(IEnumerable<string> keys, bool control = false)
    {
        foreach (var key in keys) await page.Keyboard.PressAsync(control ? $"Control+{key}" : key);
    }

    /// <inheritdoc/>
    public Task ClickAsync(int x, int y) => page.Mouse.ClickAsync(x, y);

    /// <inheritdoc/>
    public Task ResizeAsync(int width, int height) => page.SetViewportSizeAsync(width, height);

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
