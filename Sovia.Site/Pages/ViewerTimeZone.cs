using System.Globalization;
using Sovia.Library.Dates;
using Sovia.Pages.Gallery;
using Sovia.Web;

namespace Sovia.Pages;

/// <summary>Whose days a page shows.</summary>
internal static class ViewerTimeZone
{
    /// <summary>
    /// The time zone that whoever looks prefers, else that of their browser; UTC where it was not told or is not known here.
    /// </summary>
    public static TimeZoneInfo FromRequest(HttpRequest request) =>
        request.GetPreferences().TimeZone ?? TimeZones.FindById(TimeZoneCookie.ReadName(request)) ?? TimeZoneInfo.Utc;

    /// <summary>What a page that is kept depends on: the zone, and which day it is there, or in the zone that the address names.</summary>
    public static string GetCacheKey(HttpRequest request, DateTimeOffset now)
    {
        var own = FromRequest(request);
        var named = TimeZones.ParseParameter(PositionParameters.GetLastValue(request.Query, "tz"));
        return string.Create(CultureInfo.InvariantCulture, $"{own.Id} {new LocalCalendar(now, named ?? own).Today:yyyyMMdd}");
    }
}
