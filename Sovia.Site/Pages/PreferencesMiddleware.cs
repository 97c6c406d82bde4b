using Sovia.Preferences;
using Sovia.Web;

namespace Sovia.Pages;

/// <summary>Has pages know what the user of their library prefers.</summary>
public static class PreferencesMiddleware
{
    private static readonly object Key = new(), HurriedKey = new();

    // What answers programs or sends bytes prefers nothing, and what must work without the database goes by what was known last.
    private static readonly PathString[] Without = ["/api", "/files", "/health", "/css", "/js", "/lib", "/icons"],
        Hurried = ["/error", "/help"];

    /// <summary>Reads them before pages do. Between two changes they are known without asking the database.</summary>
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

    /// <summary>What the user of the request's library prefers.</summary>
    public static PreferenceSet GetPreferences(this HttpRequest request) =>
        Of(request, Key) ?? Of(request, HurriedKey) ?? PreferenceSet.None;

    /// <summary>
    /// <c>light</c> or <c>dark</c>, or null for the system's own: as it was chosen for the library, or before that in this browser.
    /// </summary>
    public static string? GetTheme(HttpRequest request)
    {
        var last = Of(request, HurriedKey);
        // What was known last may be older than what this browser remembers.
        return last is not null && Of(request, Key) is null ? Theme.ReadCookie(request)
            ?? Theme.Parse(last.GetChosenValue(PreferenceCatalog.Theme))
            : request.GetPreferences().GetChosenValue(PreferenceCatalog.Theme) is { } theme ? Theme.Parse(theme)
            : Theme.ReadCookie(request);
    }

    /// <summary>Chooses a theme for the library of a request.</summary>
    public static async Task SaveThemeAsync(HttpContext context, string theme)
    {
        var ct = context.RequestAborted;
        await context.RequestServices.GetRequiredService<EditPreferences>()
            .ChangeAsync(new Dictionary<string, string?> { [PreferenceCatalog.Theme.Name] = theme }, ct);
        // The next page may be one that asks nothing.
        await context.RequestServices.GetRequiredService<PreferenceCache>().GetCurrentAsync(ct);
    }

    private static PreferenceSet? Of(HttpRequest request, object key) => request.HttpContext.Items[key] as PreferenceSet;
}
