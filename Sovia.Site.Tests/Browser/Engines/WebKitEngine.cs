using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sovia.Tests.Storage.PrivateServer;
using Sovia.Tests.Support;

namespace Sovia.Tests.Browser.Engines;

/// <summary>
/// WebKit, the engine of Safari and of every browser on an iPhone: WebKitGTK's MiniBrowser on a screen in memory, by plain WebDriver.
/// Its narrowest window is 447 pixels wide.
/// </summary>
public sealed partial class WebKitEngine : IEngine
{
    private static readonly string? Browser = Directory.Exists("/usr/lib")
        ? Directory.EnumerateDirectories("/usr/lib")
        .SelectMany(folder => new[] { "webkit2gtk-4.1", "webkitgtk-6.0",
            "webkit2gtk-4.0" }.Select(name => Path.Combine(folder, name, "MiniBrowser"))).FirstOrDefault(File.Exists)
        : null;

    private readonly TempFolder home = new();
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(60) };
    private EngineProcess? screen, driver;
    private string session = "";

    /// <summary>Why it cannot run, or null.</summary>
    public static string? Missing =>
        Machine.Find("WebKitWebDriver") is null || Browser is null ? "needs WebKitWebDriver and its MiniBrowser (Debian: webkit2gtk-driver)"
        : Machine.Find("Xvfb") is null ? "needs Xvfb on the PATH (Debian: xvfb)"
        : null;

    /// <inheritdoc/>
    /// <remarks>Plain WebDriver tells of none.</remarks>
    public IReadOnlyCollection<string> Complaints => [];

    /// <summary>Starts one.</summary>
    public static async Task<IEngine> StartAsync()
    {
        var engine = new WebKitEngine();
        try
        {
            await engine.LaunchAsync();
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task GoAsync(string address) => SendAsync("url", new { url = address });

    /// <inheritdoc/>
    public Task<JsonElement> EvaluateAsync(string expression) =>
        SendAsync("execute/sync", new { script = $"return {expression.Trim()}", args = Array.Empty<object>() });

    /// <inheritdoc/>
    public Task PressAsync(IEnumerable<string> keys, bool control = false) =>
        SendAsync("actions", new { actions = W3CActions.Keys(keys, control) });

    /// <inheritdoc/>
    public Task ClickAsync(int x, int y) => SendAsync("actions", new { actions = W3CActions.Click(x, y) });

    /// <inheritdoc/>
    /// <remarks>The window has a frame, which is not part of the view.</remarks>
    public async Task ResizeAsync(int width, int height)
    {
        await SendAsync("window/rect", new { width, height });
        var frame = (await EvaluateAsync("[outerWidth - innerWidth, outerHeight - innerHeight]")).Deserialize<int[]>()!;
        await SendAsync("window/rect", new { width = width + frame[0], height = height + frame[1] });
    }

    public async ValueTask DisposeAsync()
    {
        if (session.Length > 0) await SendAsync("", null, HttpMethod.Delete);
        if (driver is not null) await driver.DisposeAsync();
        if (screen is not null) await screen.DisposeAsync();
        client.Dispose();
        await EngineProcess.RemoveAsync(home);
    }

    private async Task LaunchAsync()
    {
        // Without a graphics card its cross-document transitions take the page down; as somebody who wants less motion it makes none.
        var settings = Directory.CreateDirectory(Path.Combine(home.Path, ".config", "gtk-3.0"));
        await File.WriteAllTextAsync(Path.Combine(settings.FullName, "settings.ini"), "[Settings]\ngtk-enable-animations=0\n");
        (screen, var number) = await EngineProcess.StartAsync("Xvfb",
            ["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], [], DisplayNumber());
        (string, string)[] environment =
        [
            ("HOME", home.Path), ("XDG_CONFIG_HOME", Path.Combine(home.Path, ".config")), ("XDG_RUNTIME_DIR", home.Path),
            ("DISPLAY", $":{number}"), ("GDK_BACKEND", "x11"),
            // Frames go through memory: a card drawn by the processor makes two of them a second.
            ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
            ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
        ];
        var port = FreePort();
        // It says nothing when it is ready; `sh` says that it has begun, and whoever asks too early asks again.
        (driver, _) = await EngineProcess.StartAsync("sh", ["-c", $"echo begun; exec WebKitWebDriver --port={port}"], environment, Begun());
        client.BaseAddress = new($"http://127.0.0.1:{port}/");
        var options =
            new Dictionary<string, object> { ["webkitgtk:browserOptions"] = new { binary = Browser, args = new[] { "--automation" } } };
        session = (await SendAsync(null, new { capabilities = new { alwaysMatch = options } })).GetProperty("sessionId").GetString()!;
    }

    private async Task<JsonElement> SendAsync(string? command, object? body, HttpMethod? method = null)
    {
        var address = command is null ? "session" : $"session/{session}/{command}".TrimEnd('/');
        for (var tries = 100; ; tries--)
        {
            try
            {
                using var request = new HttpRequestMessage(method ?? HttpMethod.Post, address)
                {
                    Content = body is null ? null
                    : JsonContent.Create(body)
                };
                // It takes a length, and no pieces.
                if (request.Content is { } content) await content.LoadIntoBufferAsync();
                using var response = await client.SendAsync(request);
                var value = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("value");
                return response.IsSuccessStatusCode ? value : throw new InvalidOperationException(value.ToString());
            }
            catch (HttpRequestException) when (command is null && tries > 0)
            {
                await Task.Delay(50);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("^([0-9]+)$")]
    private static partial Regex DisplayNumber();

    [GeneratedRegex("(begun)")]
    private static partial Regex Begun();
}
