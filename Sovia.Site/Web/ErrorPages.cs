using System.Data.Common;
using System.Net.Sockets;

namespace Sovia.Web;

/// <summary>Renders errors: a page for people, JSON for API clients, and only the status for other programs.</summary>
public static class ErrorPages
{
    private static readonly PathString[] ApiPaths = ["/api", "/posts.json", "/tags.json", "/counts", "/feed.atom"];

    // SQLSTATEs of a server that shuts down or starts.
    private const string AdminShutdown = "57P01", CannotConnectNow = "57P03";

    // SQLSTATEs for text that the database's encoding cannot store.
    private const string NotInRepertoire = "22021", Untranslatable = "22P05";

    /// <summary>Answers exceptions and empty error responses with <c>/error/{status}</c>, under the requested URL.</summary>
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) => app
        .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", StatusCodeSelector = GetStatus })
        .UseWhen(context => IsForPeople(context.Request) || IsForApi(context.Request.Path), branch =>
            branch.UseStatusCodePagesWithReExecute("/error/{0}"));

    /// <summary>Whether errors at the path are rendered as JSON. Accepts any string, because the path comes from a client.</summary>
    public static bool IsForApi(string? path) => path is ['/', ..] && IsForApi(new PathString(path));

    /// <summary>Whether errors at the path are rendered as JSON.</summary>
    public static bool IsForApi(PathString path) =>
        Array.Exists(ApiPaths, api => path.StartsWithSegments(api, StringComparison.OrdinalIgnoreCase));

    // A browser lists text/html when it opens a page, but not when it loads images or JSON; "*/*" accepts anything.
    private static bool IsForPeople(HttpRequest request) =>
        request.Headers.Accept.ToString() is var accept
        && (accept is "" or "*/*" || accept.Contains("text/html", StringComparison.OrdinalIgnoreCase));

    private static int GetStatus(Exception exception) => exception switch
    {
        BadHttpRequestException badRequest => badRequest.StatusCode,
        DbException { SqlState: NotInRepertoire or Untranslatable }
            or { InnerException: DbException { SqlState: NotInRepertoire or Untranslatable } } => StatusCodes.Status400BadRequest,
        _ when IsDatabaseUnavailable(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static bool IsDatabaseUnavailable(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            if (exception is SocketException or TimeoutException or DbException { IsTransient: true }
                or DbException { SqlState: AdminShutdown or CannotConnectNow })
                return true;
        return false;
    }
}
