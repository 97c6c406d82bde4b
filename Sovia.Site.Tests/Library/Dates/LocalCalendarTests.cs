using System.Globalization;
using Sovia.Library.Dates;

namespace Sovia.Tests.Library.Dates;

public sealed class LocalCalendarTests
{
    public static TheoryData<string> Zones =>
        ["UTC", "Europe/Berlin", "America/New_York", "America/Havana", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Beirut",
            "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Kiritimati", "Pacific/Chatham", "Africa/Casablanca"];

    [Theory]
    [InlineData("UTC", "2025-10-26", "2025-10-26T00:00:00Z", 24)]
    [InlineData("Europe/Berlin", "2025-10-25", "2025-10-24T22:00:00Z", 24)]
    [InlineData("Europe/Berlin", "2025-10-26", "2025-10-25T22:00:00Z", 25)]
    [InlineData("Europe/Berlin", "2025-03-30", "2025-03-29T23:00:00Z", 23)]
    [InlineData("America/New_York", "2025-11-02", "2025-11-02T04:00:00Z", 25)]
    [InlineData("Asia/Kolkata", "2025-11-01", "2025-10-31T18:30:00Z", 24)]
    [InlineData("Asia/Kathmandu", "2025-11-01", "2025-10-31T18:15:00Z", 24)]
    [InlineData("Australia/Lord_Howe", "2025-10-05", "2025-10-04T13:30:00Z", 23.5)]
    [InlineData("Australia/Lord_Howe", "2025-04-06", "2025-04-05T13:00:00Z", 24.5)]
    [InlineData("Pacific/Kiritimati", "2025-11-01", "2025-10-31T10:00:00Z", 24)]
    // Clocks go from midnight to one: the day begins at one.
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z", 23)]
    // And back from one to midnight: the first of both.
    [InlineData("America/Havana", "2025-11-02", "2025-11-02T04:00:00Z", 25)]
    // Left out on the way over the date line.
    [InlineData("Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00Z", 24)]
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z", 0)]
    [InlineData("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z", 24)]
    public void a_day_begins_and_ends_where_the_clocks_of_its_zone_say(string zone, string day, string start, double hours)
    {
        var calendar = In(zone);
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture), calendar.GetDayStart(date));
        Assert.Equal(TimeSpan.FromHours(hours), calendar.GetDayEnd(date)!.Value - calendar.GetDayStart(date));
    }

    [Theory, MemberData(nameof(Zones))]
    public void every_moment_lies_in_its_day_and_days_follow_each_other(string zone)
    {
        var calendar = In(zone);
        var random = new Random(3);
        for (var i = 0; i < 3_000; i++)
        {
            var at = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(random.NextInt64(57L * 365 * 86_400));
            var day = calendar.GetDay(at);
            Assert.True(calendar.GetDayStart(day) <= at && at < calendar.GetDayEnd(day), $"{at:O} is not within {day} of {zone}");
            Assert.InRange((calendar.GetDayEnd(day)!.Value - calendar.GetDayStart(day)).TotalHours, 22, 26);
        }
    }

    [Theory, MemberData(nameof(Zones))]
    public void the_calendar_has_a_first_and_a_last_day_in_every_zone(string zone)
    {
        var calendar = In(zone);
        Assert.InRange(calendar.GetDayStart(DateOnly.MinValue), DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddHours(14));
        Assert.InRange(calendar.GetDayStart(DateOnly.MaxValue), DateTimeOffset.MaxValue.AddHours(-40), DateTimeOffset.MaxValue);
        Assert.Null(calendar.GetDayEnd(DateOnly.MaxValue));
        Assert.Equal((1, 9999), (calendar.GetDay(DateTimeOffset.MinValue).Year, calendar.GetDay(DateTimeOffset.MaxValue).Year));
    }

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("Etc/GMT+3", "Etc/GMT+3")]
    [InlineData("Etc/UTC", "UTC")]
    [InlineData("GMT", "UTC")]
    [InlineData("Mars/Olympus", null)]
    [InlineData("../../../etc/passwd", null)]
    [InlineData("/usr/share/zoneinfo/Europe/Berlin", null)]
    [InlineData("Europe/Berlin; x=y", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void a_zone_is_known_by_its_name_and_nothing_else_is_opened(string? name, string? zone) =>
    Assert.Equal(zone, TimeZones.FindById(name)?.Id);

    [Fact]
    public void a_name_as_long_as_an_address_is_no_zone() => Assert.Null(TimeZones.FindById(new string('a', 4_000)));

    [Theory]
    [InlineData("Asia/Calcutta", "Asia/Kolkata")]
    [InlineData("Europe/Kiev", "Europe/Kyiv")]
    [InlineData("America/Buenos_Aires", "America/Argentina/Buenos_Aires")]
    public void old_and_new_names_are_one_zone(string before, string after) =>
    Assert.True(TimeZones.AreSame(TimeZones.FindById(before)!, TimeZones.FindById(after)!));

    private static LocalCalendar In(string zone) => new(DateTimeOffset.UnixEpoch, TimeZones.FindById(zone)!);
}
