using Sovia.Library.Browsing;
using Sovia.Library.Dates;
using Sovia.Preferences;
using Sovia.Query.Lists;
using Sovia.Web;

namespace Sovia.Pages;

/// <summary>
/// Excludes the items that the user hides by a search from everything a request reads, and answers 404 to requests for one, unless
/// this browser session shows them.
/// </summary>
public static class HideFilterMiddleware
{
    // These requests read no posts, and must not wait for the database.
    private static readonly PathString[] ExcludedPaths =
        ["/health", "/css", "/js", "/lib", "/icons", "/error", "/help", "/theme", "/settings", "/reveal"];

    /// <summary>Adds the middleware, which must run after routing and after collections are available.</summary>
    public static IApplicationBuilder UseHiddenItems(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (await CreateHiddenItemsAsync(context) is not { } hiddenItems)
        {
            await next(context);
            return;
        }
        using var scope = HideFilter.Use(hiddenItems);
        if (await IsNamedAsync(context))
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await next(context);
    });

    private static async Task<HideFilter?> CreateHiddenItemsAsync(HttpContext context)
    {
        if (BlurredItems.IsRevealed(context.Request)
            || Array.Exists(ExcludedPaths, path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal))) return null;
        var services = context.RequestServices;
        var preferences = await services.GetRequiredService<PreferenceCache>().GetCurrentAsync(context.RequestAborted);
        if (preferences.GetChosenValue(PreferenceCatalog.Hide) is not { } search) return null;
        var zone = preferences.TimeZone ?? TimeZones.FindById(TimeZoneCookie.ReadName(context.Request)) ?? TimeZoneInfo.Utc;
        return HideFilter.Create(search, services.GetRequiredService<TimeProvider>().GetUtcNow(), zone);
    }

    // Checks every ID in the route, because the ID of another object never matches a post.
    private static async Task<bool> IsNamedAsync(HttpContext context)
    {
        Guid[] ids = [.. context.Request.RouteValues.Values.Select(value => Guid.TryParse(value as string, out var id) ? id : default)
            .Where(id => id != default)];
        var (finder, ct) = (context.RequestServices.GetRequiredService<FindHideFilterMatches>(), context.RequestAborted);
        if (ids.Length > 0 && (await finder.FindPostsAsync(ids, ct)).Count > 0) return true;
        return context.Request.RouteValues["sha256"] is string hash && await finder.IsFileHiddenAsync(hash, ct);
    }
}
