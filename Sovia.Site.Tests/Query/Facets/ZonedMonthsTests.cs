using Sovia.Library.Browsing;
using Sovia.Library.Dates;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Lists;
using Sovia.Tests.Support;

namespace Sovia.Tests.Query.Facets;

/// <summary>Months are counted, chosen and jumped to by the days of whoever looks.</summary>
public sealed class ZonedMonthsTests(SoviaHost host) : HostTest(host)
{
    private static readonly DateTimeOffset?[] Times =
    [
        Utc(2025, 10, 31, 9, 59), Utc(2025, 10, 31, 10, 0), Utc(2025, 10, 31, 18, 29), Utc(2025, 10, 31, 18, 30), Utc(2025, 10, 31, 22, 59),
        Utc(2025, 10, 31, 23, 0), Utc(2025, 11, 1, 0, 0),
        Utc(2025, 11, 1, 3, 59), Utc(2025, 11, 1, 4, 0), Utc(2025, 11, 1, 12, 0), Utc(2026, 1, 1, 2, 0), Utc(2011, 12, 30, 10, 0), null,
        null,
    ];

    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Asia/Kolkata")]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Pacific/Apia")]
    public async Task a_month_counts_and_finds_what_was_made_in_it_there(string name)
    {
        var zone = TimeZones.FindById(name)!;
        await StoreAsync([.. Times.Select(at => Make.Still() with { CreatedAt = at }),
            Make.Still() with { CreatedAt = DateTimeOffset.MinValue }, Make.Still() with { CreatedAt = Utc(9999, 12, 31, 23, 59) }]);
        var calendar = new LocalCalendar(default, zone);
        var expected = Times.Append(DateTimeOffset.MinValue).Append(Utc(9999, 12, 31, 23, 59))
            .GroupBy(at => at is { } time ? (calendar.GetDay(time).Year * 100) + calendar.GetDay(time).Month : 0)
            .Select(month => (month.Key, month.Count())).OrderByDescending(month => month.Key);
        foreach (var unit in new[] { "", "unit=post" })
        {
            var counts = await CountAsync(unit, zone);
            Assert.Equal(expected, counts.Months);
            foreach (var value in counts.Values[Facet.Find("month")!])
            {
                var chosen = await CountAsync($"{unit}&month={value.Value}", zone);
                Assert.Equal((value.Value, value.Count, value.Count), (value.Value, chosen.Total, chosen.Months.Sum(month => month.Count)));
                var list = ResolvedQuery.From(LibraryQuery.Parse($"{unit}&month={value.Value}", Make.Start, zone).Query);
                Assert.Equal(value.Count, await WithAsync<CountMatches, int>(count => count.CountAsync(list, default)));
            }
        }
    }

    [Theory]
    [InlineData("Asia/Kolkata", "2025-11", 18, 30)]
    [InlineData("Europe/Berlin", "2025-11-01", 23, 0)]
    [InlineData("UTC", "2025-11-01", 24, 0)]
    public async Task a_month_opens_where_it_begins_there(string zone, string at, int hour, int minute)
    {
        var midnight = Utc(2025, 10, 31, 0, 0);
        await StoreAsync([.. Enumerable.Range(0, 96).Select(i => Make.Still() with { CreatedAt = midnight.AddMinutes(30 * i) })]);
        var page = await WithAsync<BrowseLibrary, FamilyPage>(browse =>
            browse.ReadPageAsync(ResolvedQuery.All with { Sort = SortBy.DateAsc },
                new(FromDay: DateSpan.Parse(at, TimeZones.FindById(zone))), default));
        Assert.Equal(midnight.AddHours(hour).AddMinutes(minute), page.Families[0].SortAt);
    }

    private Task<FacetCounts> CountAsync(string address, TimeZoneInfo zone) =>
        WithAsync<CountFacets, FacetCounts>(count => count.CountAsync(LibraryQuery.Parse(address, Make.Start, zone).Query, default));

    private static DateTimeOffset Utc(int year, int month, int day, int hour, int minute) =>
        new(year, month, day, hour, minute, 0, TimeSpan.Zero);
}
