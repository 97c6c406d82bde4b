using Sovia.Library.Dates;
using Sovia.Query;
using Sovia.Query.Language;
using Sovia.Query.Terms;
using Sovia.Tests.Query.Language;
using Sovia.Tests.Query.Terms;

namespace Sovia.Tests.Query;

/// <summary>Dates by the days of whoever looks. It is 15:30 UTC on a Saturday, and Sunday in Tokyo.</summary>
public sealed class ZoneTests : LanguageTest
{
    private static readonly TimeZoneInfo Berlin = TimeZones.FindById("Europe/Berlin")!, Tokyo = TimeZones.FindById("Asia/Tokyo")!;

    [Theory]
    [InlineData("date:2025-10-31", "made:2025-10-30T23:00:00.0000000Z..2025-10-31T23:00:00.0000000Z")]
    [InlineData("date:2025-10", "made:2025-09-30T22:00:00.0000000Z..2025-10-31T23:00:00.0000000Z")]
    [InlineData("date:2025-10-26", "made:2025-10-25T22:00:00.0000000Z..2025-10-26T23:00:00.0000000Z")]
    [InlineData("date:>2025-09", "made:2025-09-30T22:00:00.0000000Z..")]
    [InlineData("date:2024..2025-03-30", "made:2023-12-31T23:00:00.0000000Z..2025-03-30T22:00:00.0000000Z")]
    [InlineData("date:9999", "made:9998-12-31T23:00:00.0000000Z..")]
    [InlineData("date:9999-05", "made:9999-04-30T22:00:00.0000000Z..9999-05-31T22:00:00.0000000Z")]
    public void a_date_is_a_span_of_the_zone(string search, string meaning) =>
    Assert.Equal(meaning, TermText.Format(ParsedSearch.Parse(search, Now, Berlin).Term));

    [Theory]
    [InlineData("date:today", "made:2025-10-18T15:00:00.0000000Z..2025-10-19T15:00:00.0000000Z")]
    [InlineData("date:yesterday", "made:2025-10-17T15:00:00.0000000Z..2025-10-18T15:00:00.0000000Z")]
    [InlineData("date:1d", "made:2025-10-18T15:00:00.0000000Z..2025-10-19T15:00:00.0000000Z")]
    public void today_is_the_day_that_it_is_there(string search, string meaning) =>
    Assert.Equal(meaning, TermText.Format(ParsedSearch.Parse(search, Now, Tokyo).Term));

    [Theory]
    [InlineData("search=date:2025-10", "search=date:2025-10")]
    [InlineData("tz=Europe/Berlin&search=date:2025-10", "search=date:2025-10")]
    [InlineData("tz=Asia/Tokyo&search=date:2025-10", "search=date:2025-10&tz=Asia/Tokyo")]
    [InlineData("tz=UTC", "tz=UTC")]
    [InlineData("tz=Etc/UTC", "tz=UTC")]
    [InlineData("tz=Etc/GMT+3", "tz=Etc/GMT%2B3")]
    public void an_address_names_a_zone_where_it_is_not_the_viewer_s(string address, string canonical)
    {
        var (query, messages) = LibraryQuery.Parse(address, Now, Berlin);
        Assert.Empty(messages);
        Assert.Equal(canonical, query.ToQueryString());
        Assert.Equal(query.FilterKey, LibraryQuery.Parse(query.ToQueryString(), Now, Berlin).Query.FilterKey);
    }

    [Fact]
    public void a_zone_that_is_not_known_is_told_and_the_viewer_s_applies()
    {
        var (query, messages) = LibraryQuery.Parse("tz=Mars/Olympus&month=2025-10", Now, Berlin);
        Assert.Contains("Mars/Olympus", Assert.Single(messages).Text, StringComparison.Ordinal);
        Assert.Equal("month=2025-10", query.ToQueryString());
        Assert.Equal("made:2025-09-30T22:00:00.0000000Z..2025-10-31T23:00:00.0000000Z",
            TermText.Format(Assert.IsType<Term.AllOf>(query.Term).Parts.Single()));
    }

    [Theory]
    [InlineData("search=date:2025-10", true)]
    [InlineData("month=-2025-10", true)]
    [InlineData("search=a+-(b+or+date:week)", true)]
    [InlineData("search=date:none&month=none&liked=true", false)]
    public void queries_that_name_days_are_cached_per_time_zone(string address, bool differs)
    {
        var (mine, other) = (LibraryQuery.Parse(address, Now, Berlin).Query, LibraryQuery.Parse(address, Now, Tokyo).Query);
        Assert.Equal(differs, mine.DependsOnTimeZone);
        Assert.Equal(differs, mine.FilterKey != other.FilterKey);
    }

    [Fact]
    public void another_zone_is_a_chip_and_a_shared_address_names_the_viewer_s_own()
    {
        var query = LibraryQuery.Parse("search=date:2025-10&tz=Asia/Tokyo", Now, Berlin).Query;
        var filterChip = query.Chips.Last();
        Assert.Equal(("Time zone", "Asia/Tokyo", "search=date:2025-10"),
            (filterChip.Title, filterChip.Label, filterChip.Without.ToQueryString()));
        Assert.Equal(LibraryQuery.Parse("search=date:2025-10", Now, Berlin).Query.FilterKey, filterChip.Without.FilterKey);
        Assert.Equal("search=date:2025-10&tz=Europe/Berlin", filterChip.Without.WithExplicitZone.ToQueryString());
        Assert.Equal(filterChip.Without.FilterKey, LibraryQuery.Parse("search=date:2025-10&tz=Europe/Berlin", Now, Tokyo).Query.FilterKey);
        Assert.Equal("", query.WithoutFilters.ToQueryString());
    }

    [Theory]
    [InlineData("month=2025-10", "month=2025-10&tz=Europe/Berlin")]
    [InlineData("month=2025-10&tz=Asia/Tokyo", "month=2025-10&tz=Asia/Tokyo")]
    [InlineData("month=2025-10&tz=UTC", "month=2025-10&tz=UTC")]
    public void a_shared_address_names_every_zone_utc_too(string address, string shared)
    {
        var query = LibraryQuery.Parse(address, Now, Berlin).Query;
        Assert.Equal(shared, query.WithExplicitZone.ToQueryString());
        Assert.Equal(query.FilterKey, LibraryQuery.Parse(shared, Now, Berlin).Query.FilterKey);
        Assert.Equal(query.FilterKey, LibraryQuery.Parse(shared, Now, Tokyo).Query.FilterKey);
    }
}
