namespace Sovia.Web;

/// <summary>
/// The time zone of whoever looks. Their browser tells its name in a cookie, which a script sets; without scripts there is none.
/// </summary>
public static class TimeZoneCookie
{
    private const string Cookie = "tz";

    /// <summary>The name as it was told, whatever it is; null where nothing was.</summary>
    public static string? ReadName(HttpRequest request) => request.Cookies[Cookie];
}
