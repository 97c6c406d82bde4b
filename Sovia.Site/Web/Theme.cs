namespace Sovia.Web;

/// <summary>
/// The viewer's choice of light or dark. Stored in a cookie for pages that cannot read the database; without one the system's setting
/// applies.
/// </summary>
public static class Theme
{
    private const string CookieName = "theme";

    /// <summary>Reads <c>light</c> or <c>dark</c>; null for the system's setting.</summary>
    public static string? ReadCookie(HttpRequest request) => Parse(request.Cookies[CookieName]);

    /// <summary>
    /// Maps <c>POST /theme</c>. Requires no antiforgery token, because a token would exclude every page from the back/forward cache, and a
    /// forged theme change does no harm.
    /// </summary>
    /// <param name="app">The site.</param>
    /// <param name="save">Stores the choice for the library: <c>light</c>, <c>dark</c> or <c>system</c>.</param>
    public static void MapTheme(this IEndpointRouteBuilder app, Func<HttpContext, string, Task> save) =>
        app.MapPost("/theme", context => HandlePostAsync(context, save)).ExcludeFromDescription();

    /// <summary>Stores a theme in the browser's cookie.</summary>
    public static void SetCookie(HttpResponse response, string? theme)
    {
        var options = new CookieOptions { Path = "/", SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(400), IsEssential = true };
        if (Parse(theme) is { } validTheme) response.Cookies.Append(CookieName, validTheme, options);
        else response.Cookies.Delete(CookieName, options);
    }

    /// <summary>Returns the theme if it is <c>light</c> or <c>dark</c>; null for anything else.</summary>
    public static string? Parse(string? theme) => theme is "light" or "dark" ? theme : null;

    private static async Task HandlePostAsync(HttpContext context, Func<HttpContext, string, Task> save)
    {
        if (!context.Request.HasFormContentType)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        await save(context, Parse(form["theme"]) ?? "system");
        SetCookie(context.Response, form["theme"]);
        context.Response.Headers.Location = GetLocalUrlOrRoot(form["from"]);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
    }

    // Browsers treat "//host" and "/\host" as other sites.
    private static string GetLocalUrlOrRoot(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && url.All(c => char.IsAscii(c) && !char.IsControl(c)) ? url : "/";
}
