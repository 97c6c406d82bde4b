using Microsoft.Playwright;

namespace Sovia.Tests.Browser;

/// <summary>
/// The day on a card is the day that finds it. The newest picture is of noon UTC on 1 October 2025, which is the second in Kiritimati.
/// </summary>
public sealed class ZoneInBrowserTests(BrowserSite site) : BrowserTest(site)
{
    [BrowserFact]
    public async Task the_first_page_that_a_browser_ever_opens_means_its_own_days()
    {
        var page = await OpenAsync(new() { TimezoneId = "Pacific/Kiritimati" });
        await page.GotoAsync("/?search=date:2025-10-02");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.card').length === 1");
        Assert.Equal("2 Oct 2025", await page.Locator(".card time").TextContentAsync());
        Assert.Equal(Site.Roots[0].Id.ToString(), await page.Locator(".card").GetAttributeAsync("data-post-id"));
    }

    [BrowserFact]
    public async Task without_scripts_days_are_those_of_utc()
    {
        var page = await OpenAsync(new() { TimezoneId = "Pacific/Kiritimati", JavaScriptEnabled = false });
        await page.GotoAsync("/?search=date:2025-10-02");
        await page.GetByText("No results").WaitForAsync();
    }

    [BrowserFact]
    public async Task an_address_of_another_zone_shows_its_days_and_months()
    {
        var page = await OpenAsync(new() { TimezoneId = "America/New_York" });
        await page.GotoAsync("/?search=date:2025-10-02&tz=Pacific/Kiritimati");
        await page.WaitForFunctionAsync("() => document.querySelector('.card time')?.textContent === '2 Oct 2025'");
        await page.GotoAsync("/?tz=Pacific/Kiritimati");
        await page.Locator("#months a[data-month='2025-09']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        // Noon UTC on the last of August is September there.
        await page.GotoAsync("/?at=2025-08&tz=Pacific/Kiritimati");
        await page.WaitForFunctionAsync(
            "() => [...document.querySelectorAll('.card time')].find(time => time.dataset.day?.startsWith('2025-08'))?.textContent === "
            + "'31 Aug 2025'");
    }

    [BrowserTheory]
    [InlineData("2025-10-02&tz=Pacific/Kiritimati&tz=", "2 Oct 2025")]
    [InlineData("2025-10-02&tz=UTC&tz=Pacific/Kiritimati", "2 Oct 2025")]
    [InlineData("2025-10-02&TZ=Pacific/Kiritimati", "2 Oct 2025")]
    [InlineData("2025-10-01&tz=%2B14:00", "1 Oct 2025")]
    public async Task the_day_on_a_card_is_of_the_zone_that_the_server_took(string address, string day)
    {
        var page = await OpenAsync(new() { TimezoneId = "America/New_York" });
        await page.GotoAsync($"/?search=date:{address}");
        await page.WaitForFunctionAsync(
            "() => document.cookie.includes('tz=America/New_York') && document.querySelectorAll('.card').length === 1");
        // Written again by the script in either case.
        await page.Locator(".card time[data-day]").WaitForAsync();
        Assert.Equal(day, await page.Locator(".card time").TextContentAsync());
    }
}
