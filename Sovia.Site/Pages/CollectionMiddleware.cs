using Sovia.Collections;
using Sovia.Preferences;
using Sovia.Query.Language;

namespace Sovia.Pages;

/// <summary>Has searches of a request name the collections of its library.</summary>
public static class CollectionMiddleware
{
    // Neither bytes nor probes are searched for, and neither may wait for the database.
    private static readonly PathString[] Without = ["/files", "/health", "/css", "/js", "/lib", "/icons", "/error", "/help", "/theme"];

    /// <summary>Enters them before pages and the API read the request.</summary>
    public static IApplicationBuilder UseCollections(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (Array.Exists(Without, path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)))
        {
            await next(context);
            return;
        }
        var services = context.RequestServices;
        var tree = await services.GetRequiredService<CollectionCache>().GetCurrentAsync(context.RequestAborted);
        // What a smart collection holds is the same for programs as for pages.
        var zone = (await services.GetRequiredService<PreferenceCache>().GetCurrentAsync(context.RequestAborted)).TimeZone;
        using var entered = NamedCollections.Use(zone is null || tree.All.IsEmpty ? tree
            : new ZonedCollections(tree, zone, services.GetRequiredService<TimeProvider>().GetUtcNow()));
        await next(context);
    });
}
