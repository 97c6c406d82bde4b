namespace Sovia.Web;

/// <summary>
/// Rejects URLs with a NUL in the path, because neither PostgreSQL nor the file system accepts one in a name.
/// </summary>
public static class NulPathMiddleware
{
    /// <summary>Answers 400 before anything reads the path. A NUL in the query string is ignored instead.</summary>
    public static IApplicationBuilder UseNulPathRejection(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (context.Request.Path.Value?.Contains('\0', StringComparison.Ordinal) != true) return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}
