using Sovia.Preferences;
using Sovia.Web;

namespace Sovia.Pages;

/// <summary>Makes the library's preferences available to pages.</summary>
public static class PreferencesMiddleware
{
    private static readonly object Key = new(), HurriedKey = new();

    // The API and files do not use preferences. Pages that must work without the database use the last known ones.
    private static readonly PathString[] Without = ["/api", "/files", "/health", "/css", "/js", "/lib", "/icons"],
        Hurried = ["/error", "/help"];

    /// <summary>
    /// Adds the middleware, which must run before pages. Preferences are cached, so it queries the database only after a change.
    /// </summary>
    public static IApplicationBuilder UsePreferences(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var path = context.Request.Path;
        if (!Array.Exists(Without, one => path.StartsWithSegments(one, StringComparison.Ordinal)))
        {
            var known = context.RequestServices.GetRequiredService<PreferenceCache>();
            var isHurried = Array.Exists(Hurried, one => path.StartsWithSegments(one, StringComparison.Ordinal));
            context.Items[isHurried ? HurriedKey : Key] = isHurried ? known.GetLastKnown()
                : await known.GetCurrentAsync(context.RequestAborted);
        }
        await next(context);
    });

    /// <summary>Returns the preferences of the request's library.</summary>
    public static PreferenceSet GetPreferences(this HttpRequest request) =>
        Of(request, Key) ?? Of(request, HurriedKey) ?? PreferenceSet.None;

    /// <summary>
    /// Returns <c>light</c> or <c>dark</c>, or null for the system theme: from the library's preferences, or else from this browser's
    /// cookie.
    /// </summary>
    public static string? GetTheme(HttpRequest request)
    {
        var last = Of(request, HurriedKey);
        // Prefers the cookie here, because it may be newer than the last known preferences.
        return last is not null && Of(request, Key) is null ? Theme.ReadCookie(request)
            ?? Theme.Parse(last.GetChosenValue(PreferenceCatalog.Theme))
            : request.GetPreferences().GetChosenValue(PreferenceCatalog.Theme) is { } theme ? Theme.Parse(theme)
            : Theme.ReadCookie(request);
    }

    /// <summary>Saves the theme of the request's library.</summary>
    public static async Task SaveThemeAsync(HttpContext context, string theme)
    {
        var ct = context.RequestAborted;
        await context.RequestServices.GetRequiredService<EditPreferences>()
            .ChangeAsync(new Dictionary<string, string?> { [PreferenceCatalog.Theme.Name] = theme }, ct);
        // Refreshes the cache, because the next page may only use the last known preferences.
        await context.RequestServices.GetRequiredService<PreferenceCache>().GetCurrentAsync(ct);
    }

    private static PreferenceSet? Of(HttpRequest request, object key) => request.HttpContext.Items[key] as PreferenceSet;
}
