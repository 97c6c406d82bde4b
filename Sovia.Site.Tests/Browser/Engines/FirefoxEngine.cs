using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sovia.Tests.Storage.PrivateServer;
using Sovia.Tests.Support;

namespace Sovia.Tests.Browser.Engines;

/// <summary>Firefox, which speaks WebDriver BiDi by itself.</summary>
public sealed partial class FirefoxEngine : IEngine
{
    private static readonly string[] Events = ["log.entryAdded"];

    private static readonly string? Executable = Machine.Find("firefox-esr") ?? Machine.Find("firefox");

    // Nothing of its own is asked of the network, and nothing is offered to the user.
    private const string Preferences = """
        user_pref("app.normandy.enabled", false);
        user_pref("app.update.enabled", false);
        user_pref("browser.newtabpage.enabled", false);
        user_pref("browser.safebrowsing.malware.enabled", false);
        user_pref("browser.safebrowsing.phishing.enabled", false);
        user_pref("browser.shell.checkDefaultBrowser", false);
        user_pref("browser.startup.page", 0);
        user_pref("datareporting.policy.dataSubmissionEnabled", false);
        user_pref("extensions.blocklist.enabled", false);
        user_pref("network.captive-portal-service.enabled", false);
        user_pref("network.connectivity-service.enabled", false);
        user_pref("network.dns.disablePrefetch", true);
        user_pref("services.settings.server", "data:,");
        user_pref("signon.rememberSignons", false);
        user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
        """;

    private readonly ConcurrentQueue<string> complaints = new();
    private readonly TempFolder home = new();
    private readonly BiDi line;
    private EngineProcess? process;
    private string page = "";

    private FirefoxEngine() => line = new() { EventReceived = HandleEvent };

    /// <summary>Why it cannot run, or null.</summary>
    public static string? Missing => Executable is null ? "needs firefox-esr or firefox on the PATH" : null;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Starts one without a window.</summary>
    public static async Task<IEngine> StartAsync()
    {
        var engine = new FirefoxEngine();
        await File.WriteAllTextAsync(Path.Combine(engine.home.Path, "user.js"), Preferences);
        string[] arguments = ["--headless", "--no-remote", "--profile", engine.home.Path, "--remote-debugging-port", "0", "about:blank"];
        var (process, address) = await EngineProcess.StartAsync(Executable!, arguments,
            [("HOME", engine.home.Path), ("MOZ_DISABLE_CONTENT_SANDBOX", "1")], Listening());
        engine.process = process;
        await engine.line.ConnectAsync($"{address}/session");
        await engine.line.SendAsync("session.new", new { capabilities = new { } });
        await engine.line.SendAsync("session.subscribe", new { events = Events });
        var tree = await engine.line.SendAsync("browsingContext.getTree", new { });
        engine.page = tree.GetProperty("contexts")[0].GetProperty("context").GetString()!;
        return engine;
    }

    /// <inheritdoc/>
    public Task GoAsync(string address) =>
        line.SendAsync("browsingContext.navigate", new { context = page, url = address, wait = "complete" });

    /// <inheritdoc/>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        var answer = await line.SendAsync("script.evaluate",
            new { expression = $"JSON.stringify({expression}) ?? 'null'", target = new { context = page }, awaitPromise = false });
        if (!answer.TryGetProperty("result", out var result)) throw new InvalidOperationException(answer.ToString());
        return JsonSerializer.Deserialize<JsonElement>(result.GetProperty("value").GetString()!);
    }

    /// <inheritdoc/>
    public Task PressAsync(IEnumerable<string> keys, bool control = false) => ActAsync(W3CActions.Keys(keys, control));

    /// <inheritdoc/>
    public Task ClickAsync(int x, int y) => ActAsync(W3CActions.Click(x, y));

    /// <inheritdoc/>
    public Task ResizeAsync(int width, int height) =>
        line.SendAsync("browsingContext.setViewport", new { context = page, viewport = new { width, height } });

    public async ValueTask DisposeAsync()
    {
        await line.DisposeAsync();
        if (process is not null) await process.DisposeAsync();
        await EngineProcess.RemoveAsync(home);
    }

    private async Task ActAsync(object actions) => await line.SendAsync("input.performActions", new { context = page, actions });

    private void HandleEvent(string method, JsonElement parameters)
    {
        if (method == "log.entryAdded" && parameters.GetProperty("level").GetString() is "error" or "warn")
            complaints.Enqueue(parameters.GetProperty("text").ToString());
    }

    [GeneratedRegex(@"WebDriver BiDi listening on (ws://\S+)")]
    private static partial Regex Listening();
}
