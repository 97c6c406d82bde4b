namespace Sovia.Web;

/// <summary>
/// Reads the viewer's time zone from a cookie, which a script sets. The cookie is missing if JavaScript is off.
/// </summary>
public static class TimeZoneCookie
{
    private const string CookieName = "tz";

    /// <summary>Reads the name, unvalidated; null if the cookie is missing.</summary>
    public static string? ReadName(HttpRequest request) => request.Cookies[CookieName];
}
