using Sovia.Collections;
using Sovia.Preferences;
using Sovia.Query.Language;

namespace Sovia.Pages;

/// <summary>Makes the library's collections available to the searches of a request.</summary>
public static class CollectionMiddleware
{
    // These requests run no search, not even the one for hidden items, and must not wait for the database.
    private static readonly PathString[] ExcludedPaths = ["/health", "/css", "/js", "/lib", "/icons", "/error", "/help", "/theme"];

    /// <summary>Adds the middleware, which must run before pages and the API parse the request.</summary>
    public static IApplicationBuilder UseCollections(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (Array.Exists(ExcludedPaths, path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)))
        {
            await next(context);
            return;
        }
        var services = context.RequestServices;
        var tree = await services.GetRequiredService<CollectionCache>().GetCurrentAsync(context.RequestAborted);
        // Uses the preferred time zone for the API too, so that a smart collection has the same content there as on pages.
        var zone = (await services.GetRequiredService<PreferenceCache>().GetCurrentAsync(context.RequestAborted)).TimeZone;
        using var scope = NamedCollections.Use(zone is null || tree.All.IsEmpty ? tree
            : new ZonedCollections(tree, zone, services.GetRequiredService<TimeProvider>().GetUtcNow()));
        await next(context);
    });
}
