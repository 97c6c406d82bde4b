namespace Sovia.Web;

/// <summary>
/// Refuses addresses whose path has a NUL in it: no name and no file can hold one, and neither PostgreSQL nor the file system takes it.
/// </summary>
public static class NulPathMiddleware
{
    /// <summary>Answers 400 before anything reads the path. A query with one is read as what the rest of it says.</summary>
    public static IApplicationBuilder UseNulPathRejection(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (context.Request.Path.Value?.Contains('\0', StringComparison.Ordinal) != true) return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}
