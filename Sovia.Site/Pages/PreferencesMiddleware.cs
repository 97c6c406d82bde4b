using Sovia.Preferences;
using Sovia.Web;

namespace Sovia.Pages;

/// <summary>Makes the library's preferences available to pages.</summary>
public static class PreferencesMiddleware
{
    private static readonly object CurrentKey = new(), LastKnownKey = new();

    // The API and files do not use preferences. Pages that must work without the database use the last known ones.
    private static readonly PathString[] ExcludedPaths = ["/api", "/files", "/health", "/css", "/js", "/lib", "/icons"],
        LastKnownPaths = ["/error", "/help"];

    /// <summary>
    /// Adds the middleware, which must run before pages. Preferences are cached, so it queries the database only after a change.
    /// </summary>
    public static IApplicationBuilder UsePreferences(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var path = context.Request.Path;
        if (!Array.Exists(ExcludedPaths, prefix => path.StartsWithSegments(prefix, StringComparison.Ordinal)))
        {
            var cache = context.RequestServices.GetRequiredService<PreferenceCache>();
            var shouldUseLastKnown = Array.Exists(LastKnownPaths, prefix => path.StartsWithSegments(prefix, StringComparison.Ordinal));
            context.Items[shouldUseLastKnown ? LastKnownKey : CurrentKey] = shouldUseLastKnown ? cache.GetLastKnown()
                : await cache.GetCurrentAsync(context.RequestAborted);
        }
        await next(context);
    });

    /// <summary>Returns the preferences of the request's library.</summary>
    public static PreferenceSet GetPreferences(this HttpRequest request) =>
        FindPreferences(request, CurrentKey) ?? FindPreferences(request, LastKnownKey) ?? PreferenceSet.None;

    /// <summary>
    /// Returns <c>light</c> or <c>dark</c>, or null for the system theme: from the library's preferences, or else from this browser's
    /// cookie.
    /// </summary>
    public static string? GetTheme(HttpRequest request)
    {
        var lastKnown = FindPreferences(request, LastKnownKey);
        // Prefers the cookie here, because it may be newer than the last known preferences.
        return lastKnown is not null && FindPreferences(request, CurrentKey) is null ? Theme.ReadCookie(request)
            ?? Theme.Parse(lastKnown.GetChosenValue(PreferenceCatalog.Theme))
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

    private static PreferenceSet? FindPreferences(HttpRequest request, object key) => request.HttpContext.Items[key] as PreferenceSet;
}
