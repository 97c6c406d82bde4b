using Sovia.Preferences;
using Sovia.Web;

namespace Sovia.Pages;

/// <summary>Has pages know what the user of their library prefers.</summary>
public static class EnterPreferences
{
    private static readonly object Key = new();

    // What answers programs or sends bytes prefers nothing, and what must work without the database goes by what was known last.
    private static readonly PathString[] Without = ["/api", "/files", "/health", "/css", "/js", "/lib", "/icons"], Hurried = ["/error", "/help"];

    /// <summary>Reads them before pages do. Between two changes they are known without asking the database.</summary>
    public static IApplicationBuilder UsePreferences(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var path = context.Request.Path;
        if (!Array.Exists(Without, one => path.StartsWithSegments(one, StringComparison.Ordinal)))
        {
            var known = context.RequestServices.GetRequiredService<KnownPreferences>();
            var isHurried = Array.Exists(Hurried, one => path.StartsWithSegments(one, StringComparison.Ordinal));
            context.Items[Key] = isHurried ? known.Last() : await known.CurrentAsync(context.RequestAborted);
        }
        await next(context);
    });

    /// <summary>What the user of the request's library prefers.</summary>
    public static PreferenceSet Preferences(this HttpRequest request) => request.HttpContext.Items[Key] as PreferenceSet ?? PreferenceSet.None;

    /// <summary><c>light</c> or <c>dark</c>, or null for the system's own: as it was chosen for the library, or before that in this browser.</summary>
    public static string? ThemeOf(HttpRequest request) => request.Preferences().ChosenOf(KnownPreference.Theme) is { } theme ? Theme.Known(theme) : Theme.Of(request);
}
