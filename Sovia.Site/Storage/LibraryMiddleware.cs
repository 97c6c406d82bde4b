namespace Sovia.Storage;

/// <summary>Sets the current library of each request.</summary>
public static class LibraryMiddleware
{
    /// <summary>Enters the request's library before any other middleware, so that error pages belong to that library too.</summary>
    /// <param name="app">The site.</param>
    /// <param name="libraryOf">Returns the tenant id of a request's library.</param>
    public static IApplicationBuilder UseLibrary(this IApplicationBuilder app, Func<HttpContext, string> libraryOf) =>
        app.Use(async (context, next) =>
    {
        using var scope = CurrentLibrary.Enter(libraryOf(context));
        await next(context);
    });
}
