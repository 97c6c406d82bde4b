using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Sovia.Tests.Browser;

/// <summary>Checks a page with axe.</summary>
internal static class Accessibility
{
    // Only violations are told: to describe each element that passes takes longer than the checks. A page without frames is checked in one
    // call, and from its root element on it is checked as a whole page.
    private static readonly AxeRunOptions Options = new() { ResultTypes = [ResultType.Violations] };

    /// <summary>Fails where axe finds anything.</summary>
    public static async Task CheckAsync(IPage page)
    {
#pragma warning disable CS0618 // The way of frames opens a second page for each check. If this one goes, that takes its place.
        var result = await page.Locator("html").RunAxeLegacy(Options);
#pragma warning restore CS0618
        Assert.True(result.Violations.Length == 0,
            $"{page.Url}: {string.Join("; ", result.Violations.Select(found => $"{found.Id} {found.Nodes[0].Html}"))}");
    }
}
