namespace Sovia.Storage;

/// <summary>Has each request work in the library that it is about.</summary>
public static class LibraryMiddleware
{
    /// <summary>Enters it before anything else looks at the request, so that error pages are of that library too.</summary>
    /// <param name="app">The site.</param>
    /// <param name="libraryOf">Names the tenant id of a request's library.</param>
    public static IApplicationBuilder UseLibrary(this IApplicationBuilder app, Func<HttpContext, string> libraryOf) =>
        app.Use(async (context, next) =>
    {
        using var entered = CurrentLibrary.Enter(libraryOf(context));
        await next(context);
    });
}
