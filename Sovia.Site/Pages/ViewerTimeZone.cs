using System.Globalization;
using Sovia.Library.Dates;
using Sovia.Pages.Gallery;
using Sovia.Web;

namespace Sovia.Pages;

/// <summary>Determines the time zone of the viewer.</summary>
internal static class ViewerTimeZone
{
    /// <summary>
    /// Returns the time zone from the preferences, or else that of the browser; UTC if it is missing or unknown.
    /// </summary>
    public static TimeZoneInfo FromRequest(HttpRequest request) =>
        request.GetPreferences().TimeZone ?? TimeZones.FindById(TimeZoneCookie.ReadName(request)) ?? TimeZoneInfo.Utc;

    /// <summary>
    /// Returns the part of the cache key for dates: the zone and the current day in it, or in the zone that the URL names.
    /// </summary>
    public static string GetCacheKey(HttpRequest request, DateTimeOffset now)
    {
        var zone = FromRequest(request);
        var urlZone = TimeZones.ParseParameter(PositionParameters.GetLastValue(request.Query, "tz"));
        return string.Create(CultureInfo.InvariantCulture, $"{zone.Id} {new LocalCalendar(now, urlZone ?? zone).Today:yyyyMMdd}");
    }
}
