using System.Net;
using AngleSharp.Html.Parser;
using Sovia.Query;
using Sovia.Tests.Query.Terms;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>
/// An address may be cut, edited, kept for years or made up: it gets a page, and what is no place in its list the first one.
/// </summary>
public sealed class InvalidCursorTests(SoviaHost host) : PageTest(host)
{
    private const string Id = "0d5f3c1a7b1e4f6e9d0c2a4b6c8d0e1f";

    private static readonly string[] Orders =
        [.. from sort in SortBy.All from unit in QueryParameterNames.Units select $"sort={sort.Name}&unit={unit.Name}&seed=5"];

    [Theory]
    [InlineData("sort=type", $"0_{Id}_99999")]
    [InlineData("sort=likes&unit=post", $"0_{Id}_-40000")]
    [InlineData("sort=videos", $"0_{Id}_2147483648")]
    [InlineData("sort=model", $"0_{Id}")]
    [InlineData("", $"0_{Id}_1")]
    [InlineData("", "x")]
    public async Task an_invalid_cursor_is_reported_and_the_list_starts_at_the_top(string address, string cursor)
    {
        var library = new RandomTerms(4);
        await StoreAsync([.. Enumerable.Range(0, 60).SelectMany(_ => library.Family())]);
        var top = CardsOf(await OpenAsync($"/?{address}"));
        foreach (var name in new[] { "after", "before" })
        {
            var page = await OpenAsync($"/?{address}&{name}={cursor}");
            Assert.Equal(top, CardsOf(page));
            Assert.Contains($"“{name}” isn't a position in this list", page.QuerySelector(".notes")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task invalid_cursors_times_seeds_and_months_break_no_page()
    {
        var library = new RandomTerms(5);
        await StoreAsync([.. Enumerable.Range(0, 60).SelectMany(_ => library.Family())]);
        using var client = Host.Site.Server.CreateClient();
        var real = new List<string>();
        foreach (var order in Orders)
        {
            var next = new HtmlParser().ParseDocument(await client.GetStringAsync($"/?{order}"))
                .QuerySelector("a[rel=next]")!.GetAttribute("href")!;
            real.Add(UrlQueryString.Parse(next[(next.IndexOf('?', StringComparison.Ordinal) + 1)..])
                .Single(pair => pair.Key == "after").Value);
        }
        var random = new Random(17);
        foreach (var order in Orders)
            foreach (var place in Made(real, random))
            {
                var address = $"/?{order}&{place}";
                using var answer = await client.GetAsync(address);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode} for {address}");
            }
    }

    private static IEnumerable<string> Made(List<string> real, Random random)
    {
        foreach (var cursor in real)
        {
            yield return $"after={Uri.EscapeDataString(cursor)}";
            yield return $"before={Uri.EscapeDataString(cursor)}";
            for (var i = 0; i < 3; i++) yield return $"{(random.Next(2) == 0 ? "after" : "before")}={Mutate(cursor, random)}";
        }
        foreach (var key in Keys) yield return $"after=0_{Id}_{key}";
        foreach (var time in Times) yield return $"before={time}_{Id}&after={time}_{Id}_1";
        foreach (var at in Places) yield return $"at={at}";
        foreach (var seed in new[] { "-2147483648", "2147483647", "2147483648", "-1", "1e9", "%00" })
            yield return $"seed={seed}&sort=random&after=0_{Id}_ffffffffffffffff";
        foreach (var month in new[] { "0001-01", "9999-12", "-9999-12", "0000-00", "10000-01", "2025-13" })
            yield return $"month={month}&search=date:{month}";
    }

    private static readonly string[] Keys =
        ["", "0", "2", "3", "-1", "32767", "32768", "-32769", "99999", "2147483647", "2147483648", "-2147483648", "-2147483649",
            "9223372036854775808", "1.5", "+1", "%00", "0%00", "%ED%A0%80", "%F0%9F%90%89",
         "ffffffffffffffff", "0000000000000000", "10000000000000000", "null", "'", new string('9', 400), new string('x', 3000)];

    private static readonly string[] Times = ["0", "-0", "-62135596800000000", "253402300799999999", "253402300800000000",
        "9223372036854775807", "-9223372036854775808", "x", ""];

    private static readonly string[] Places =
        ["", "x", "0001-01", "0001-01-01", "9999-12", "9999-12-31", "10000-01", "2025-02-30", "2025-10", "2025-10-18", "%00", Id,
            "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"];

    // A character less, more or other, or two parts the other way round.
    private static string Mutate(string cursor, Random random)
    {
        var at = random.Next(cursor.Length);
        return Uri.EscapeDataString(random.Next(5) switch
        {
            0 => cursor.Remove(at, 1),
            1 => cursor.Insert(at, ((char)random.Next(0x20, 0x7F)).ToString()),
            2 => cursor.Remove(at, 1).Insert(at, "9"),
            3 => cursor[..at],
            _ => string.Join('_', cursor.Split('_').Reverse()),
        });
    }
}
