using Microsoft.Playwright;
using Sovia.Tests.Storage.PrivateServer;

namespace Sovia.Tests.Browser;

/// <summary>The system's own Chromium; none is downloaded.</summary>
public static class Chromium
{
    // It draws no window and has no graphics process, which halves what a test computes; and it never keeps pages.
    private const string Shell = "chromium-headless-shell";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly string? Executable = Names.Select(Machine.Find).FirstOrDefault(found => found is not null);

    /// <summary>Why browser tests cannot run, or null.</summary>
    public static string? Missing => Executable is null ? $"needs one of {string.Join(", ", Names)} on the PATH" : null;

    /// <summary>Starts one without a window.</summary>
    /// <param name="playwright">The driver.</param>
    /// <param name="keepsPages">Whether Back may find the page as it was left; Playwright turns that off by itself.</param>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, bool keepsPages) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = (keepsPages ? null : Machine.Find(Shell)) ?? Executable,
        Args = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--no-first-run"],
        IgnoreDefaultArgs = keepsPages ? ["--disable-back-forward-cache"] : null,
    });
}
