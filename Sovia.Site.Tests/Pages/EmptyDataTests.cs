using System.Globalization;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>Pages read here are looked through for empty <c>data-*</c> attributes as they are read.</summary>
public sealed class EmptyDataTests(SoviaHost host) : PageTest(host)
{
    // Far more than there are pages of different kinds.
    private const int Most = 90;

    [Fact]
    public async Task no_linked_page_has_an_empty_data_attribute()
    {
        var words = Enumerable.Range(0, 60).Select(i => Make.Still(-i * 60 * 24 * 9, i % 2 == 0 ? $"A harbour at dawn, {i}" : null))
            .ToArray();
        var liked = Make.Still(5, "A harbour with boats") with { Liked = true };
        await StoreAsync([.. words, liked, Make.Clip(liked, 6, "The boats leave"), Make.Clip(liked, 7), Make.Clip(words[3], 8)]);
        var waiting = new Queue<string>(["/", "/?search=harbour", "/?view=list&search=harbour", $"/posts/{liked.Id}?search=harbour",
            $"/posts/{words[3].Id}", "/facets?search=harbour"]);
        var seen = new HashSet<string>(waiting.Select(KindOf));
        var read = 0;
        while (read < Most && waiting.TryDequeue(out var address))
        {
            read++;
            using var response = await GetAsync(address);
            if (response.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var page = await ReadAsync(response);
            foreach (var next in page.QuerySelectorAll("a[href^='/'], [hx-get^='/']")
                .Select(found => found.GetAttribute("href") ?? found.GetAttribute("hx-get")!))
                if (seen.Add(KindOf(next))) waiting.Enqueue(next);
        }
        Assert.InRange(read, 15, Most);
    }

    [Fact]
    public async Task fragments_have_no_empty_data_attribute()
    {
        await StoreAsync([.. Enumerable.Range(0, 60).Select(i => Make.Still(-i * 60 * 24 * 9, $"A harbour, {i}"))]);
        foreach (var address in (string[])["/?search=harbour", "/facets?search=harbour", "/facets?handler=months",
            "/facets?handler=complete&search=h&caret=1", "/help/keys"])
            await OpenAsync(address, "HX-Request: true");
        var months = (await OpenAsync("/facets?handler=months", "HX-Request: true")).QuerySelectorAll("li");
        Assert.True(months.Length > 12);
        // A year stands where it begins.
        Assert.Equal(["2025", "2024"], months.Select(month => month.GetAttribute("data-year")).OfType<string>());
    }

    [Fact]
    public async Task only_tiles_that_match_are_marked_and_only_cards_with_something_to_play_say_so()
    {
        var root = Make.Still(0, "A harbour");
        await StoreAsync(root, Make.Clip(root, 1, "The boats leave"), Make.Clip(root, 2, "Gulls"));
        Assert.Empty((await OpenAsync($"/posts/{root.Id}")).QuerySelectorAll(".strip [data-match]"));
        Assert.Single((await OpenAsync($"/posts/{root.Id}?search=boats")).QuerySelectorAll(".strip [data-match]"));
        Assert.Empty((await OpenAsync("/")).QuerySelectorAll("[data-preview]"));
    }

    // One of each: the same page with the same parameters, whatever their values.
    private static string KindOf(string address)
    {
        var parts = address.Split('?', '#');
        var path = string.Join('/', parts[0].Split('/')
            .Select(part => Guid.TryParse(part, CultureInfo.InvariantCulture, out _) ? "{id}" : part));
        return parts.Length < 2 ? path
            : $"{path}?{string.Join('&', parts[1].Split('&').Select(pair => pair.Split('=')[0]).Order(StringComparer.Ordinal))}";
    }
}
