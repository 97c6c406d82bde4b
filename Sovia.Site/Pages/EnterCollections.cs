using Sovia.Collections;
using Sovia.Library.Language;

namespace Sovia.Pages;

/// <summary>Has searches of a request name the collections of its library.</summary>
public static class EnterCollections
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
        using var entered = NamedLists.Enter(await context.RequestServices.GetRequiredService<KnownCollections>().CurrentAsync(context.RequestAborted));
        await next(context);
    });
}
