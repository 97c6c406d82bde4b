using Sovia.Library.Dates;
using Sovia.Query.Terms;

namespace Sovia.Tests.Stats;

/// <summary>Clocks are read as the runtime reads them.</summary>
public sealed class ZoneClockTests
{
    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("America/Sao_Paulo")]
    [InlineData("Asia/Kolkata")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Pacific/Apia")]
    [InlineData("Pacific/Kiritimati")]
    public void a_weekday_and_an_hour_are_those_of_the_zone(string name)
    {
        var zone = TimeZones.FindById(name)!;
        var (clock, random) = (TimeZoneOffsets.ForZone(zone), new Random(3));
        for (var i = 0; i < 20_000; i++)
        {
            var at = new DateTimeOffset(1970, 1, 8, 0, 0, 0, TimeSpan.Zero).AddSeconds(random.NextInt64(4_090_000_000));
            var local = TimeZoneInfo.ConvertTime(at, zone);
            Assert.Equal((at, (int)(local.DayOfWeek + 6) % 7, local.Hour),
                (at, clock.GetDatePart(DatePart.Weekday, at), clock.GetDatePart(DatePart.Hour, at)));
        }
    }

    [Theory]
    [InlineData("1969-12-31T23:59:59Z", 2, 23)]
    [InlineData("0001-01-01T00:00:00Z", 0, 0)]
    [InlineData("9999-12-31T23:59:59Z", 4, 23)]
    public void times_far_away_have_an_hour_too(string at, int weekday, int hour)
    {
        var time = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        var clock = TimeZoneOffsets.ForZone(TimeZoneInfo.Utc);
        Assert.Equal((weekday, hour), (clock.GetDatePart(DatePart.Weekday, time), clock.GetDatePart(DatePart.Hour, time)));
    }

    [Theory]
    [InlineData("UTC", 3600)]
    [InlineData("Europe/Berlin", 3600)]
    [InlineData("Asia/Kolkata", 1800)]
    [InlineData("Asia/Kathmandu", 900)]
    public void a_grain_fits_between_all_hours(string zone, long seconds) =>
    Assert.Equal(0, TimeZoneOffsets.ForZone(TimeZones.FindById(zone)!).GranularitySeconds is var grain && seconds % grain == 0
        && grain >= 60 ? 0 : grain);
}
