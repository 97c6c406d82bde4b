using Microsoft.Playwright;

namespace Sovia.Tests.Browser;

/// <summary>The system's own Chromium; none is downloaded.</summary>
public static class Chromium
{
    // The shell has no window to draw and no graphics process, which take a third of what Chromium computes.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly string? Executable = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Why browser tests cannot run, or null.</summary>
    public static string? Missing => Executable is null ? $"needs one of {string.Join(", ", Names)} on the PATH" : null;

    /// <summary>Starts one without a window.</summary>
    /// <param name="playwright">The driver.</param>
    /// <param name="keepsPages">Whether Back may find the page as it was left; Playwright turns that off by itself.</param>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, bool keepsPages) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Executable,
        Args = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        IgnoreDefaultArgs = keepsPages ? ["--disable-back-forward-cache"] : null,
    });
}
