namespace Sovia.Web;

/// <summary>
/// The viewer's time zone. A script stores its name in a cookie; without scripts there is none.
/// </summary>
public static class TimeZoneCookie
{
    private const string CookieName = "tz";

    /// <summary>Reads the name, unvalidated; null if the cookie is missing.</summary>
    public static string? ReadName(HttpRequest request) => request.Cookies[CookieName];
}
