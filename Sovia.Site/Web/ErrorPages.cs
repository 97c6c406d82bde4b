using System.Data.Common;
using System.Net.Sockets;

namespace Sovia.Web;

/// <summary>Sends people, not programs, to the page that explains an error.</summary>
public static class ErrorPages
{
    // What a database says while it goes down or comes up.
    private const string AdminShutdown = "57P01", CannotConnectNow = "57P03";

    // What it says of text that it cannot hold.
    private const string NotInRepertoire = "22021", Untranslatable = "22P05";

    /// <summary>Failures and empty error responses are answered by <c>/error/{status}</c>, under the address that was asked for.</summary>
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) => app
        .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", StatusCodeSelector = StatusOf })
        .UseWhen(context => IsForPeople(context.Request), people => people.UseStatusCodePagesWithReExecute("/error/{0}"));

    // A browser asks for HTML by name when it opens a page, and for pictures or JSON otherwise; "*/*" takes anything.
    private static bool IsForPeople(HttpRequest request) =>
        request.Headers.Accept.ToString() is var accept
        && (accept is "" or "*/*" || accept.Contains("text/html", StringComparison.OrdinalIgnoreCase));

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        DbException { SqlState: NotInRepertoire or Untranslatable }
            or { InnerException: DbException { SqlState: NotInRepertoire or Untranslatable } } => StatusCodes.Status400BadRequest,
        _ when IsStoreAway(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static bool IsStoreAway(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            if (exception is SocketException or TimeoutException or DbException { IsTransient: true }
                or DbException { SqlState: AdminShutdown or CannotConnectNow })
                return true;
        return false;
    }
}
