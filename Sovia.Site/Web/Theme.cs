namespace Sovia.Web;

/// <summary>The viewer's choice of light or dark, kept in a cookie; without one the system decides.</summary>
public static class Theme
{
    private const string Cookie = "theme";

    /// <summary><c>light</c> or <c>dark</c>, or null for the system's own.</summary>
    public static string? Of(HttpRequest request) => Known(request.Cookies[Cookie]);

    /// <summary>
    /// Maps <c>POST /theme</c>. It asks for no antiforgery token, since a token would keep every page out of the
    /// back/forward cache, and a theme switched by somebody else does no harm.
    /// </summary>
    public static void MapTheme(this IEndpointRouteBuilder app) => app.MapPost("/theme", (Delegate)Choose).ExcludeFromDescription();

    private static async Task<IResult> Choose(HttpContext context)
    {
        if (!context.Request.HasFormContentType) return Results.BadRequest();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var options = new CookieOptions { Path = "/", SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(400), IsEssential = true };
        if (Known(form["theme"]) is { } theme) context.Response.Cookies.Append(Cookie, theme, options);
        else context.Response.Cookies.Delete(Cookie, options);
        context.Response.Headers.Location = LocalOrTop(form["from"]);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static string? Known(string? theme) => theme is "light" or "dark" ? theme : null;

    // "//host" and "/\host" are other sites to a browser.
    private static string LocalOrTop(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && address.All(c => char.IsAscii(c) && !char.IsControl(c)) ? address : "/";
}
