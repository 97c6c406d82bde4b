namespace Sovia.Web;

/// <summary>
/// Lets pages of other origins use the API (CORS) if <c>Sovia:ApiOrigins</c> names them, separated by commas or spaces. By default none
/// can.
/// </summary>
public static class ApiOrigins
{
    private const string Setting = "Sovia:ApiOrigins";

    private static readonly string[] Exposed = ["Link", "ETag"];

    /// <summary>Answers preflight requests and adds the headers to responses of the API for the configured origins.</summary>
    public static IApplicationBuilder UseApiOrigins(this IApplicationBuilder app)
    {
        var origins = ReadOrigins(app.ApplicationServices.GetRequiredService<IConfiguration>());
        if (origins.Count == 0) return app;
        return app.UseWhen(context => ErrorPages.IsForApi(context.Request.Path),
            api => api.UseCors(policy => policy.WithOrigins([.. origins]).AllowAnyMethod().AllowAnyHeader().WithExposedHeaders(Exposed)));
    }

    /// <summary>Returns whether a request to the API comes from a configured origin.</summary>
    internal static bool Allows(HttpRequest request) =>
        ErrorPages.IsForApi(request.Path) && request.Headers.Origin.ToString() is { Length: > 0 } origin
        && ReadOrigins(request.HttpContext.RequestServices.GetRequiredService<IConfiguration>()).Contains(origin);

    private static HashSet<string> ReadOrigins(IConfiguration configuration) =>
        (configuration[Setting] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(origin => origin.TrimEnd('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
