using Microsoft.AspNetCore.Diagnostics;

namespace Sovia.Web;

/// <summary>
/// Rejects changes requested by a page of another origin. Browsers send the origin in <c>Sec-Fetch-Site</c> and <c>Origin</c>; a client
/// that sends neither is not a browser and is accepted.
/// </summary>
public static class SameOrigin
{
    /// <summary>The stable error code in the API's response.</summary>
    public const string ErrorCode = "cross_origin";

    // The header is untrusted; a valid host name is not much longer than this.
    private const int MaxShownLength = 260;

    /// <summary>Answers cross-origin changes with status 403.</summary>
    public static IApplicationBuilder UseSameOriginCheck(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        // The error page is rendered by re-executing the rejected request.
        var isErrorPage = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (isErrorPage || IsSafe(context.Request.Method) || !IsCrossOrigin(context.Request) || ApiOrigins.Allows(context.Request))
            await next(context);
        else await RejectAsync(context);
    });

    /// <summary>
    /// Returns whether a browser sent this from a page of another origin. Another port of this machine is another origin.
    /// </summary>
    internal static bool IsCrossOrigin(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site is not ("same-origin" or "none");
        if (request.Headers.Origin.ToString() is not { Length: > 0 } origin) return false;
        // The scheme differs behind a proxy that terminates TLS, so only host and port are compared.
        return !Uri.TryCreate(origin, UriKind.Absolute, out var uri) || !IsSameHost(uri, request.Host);
    }

    /// <summary>
    /// Describes both hosts if the request was rejected because they differ, as behind a proxy that changes <c>Host</c>; null for any other
    /// request.
    /// </summary>
    public static string? DescribeHostMismatch(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].Count > 0 || !Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin))
            return null;
        if (IsSameHost(origin, request.Host)) return null;
        return $"The page is from {Truncate(origin.Authority)}, and the request asks for {Truncate(request.Host.Value)}. "
            + "If both are this site, the proxy in front of it must pass the header Host unchanged.";
    }

    private static string Truncate(string? host) => host is { Length: > MaxShownLength } ? host[..MaxShownLength] : host ?? "";

    private static bool IsSameHost(Uri origin, HostString host) =>
        string.Equals(origin.Host, host.Host, StringComparison.OrdinalIgnoreCase)
        && (host.Port is { } port ? port == origin.Port : origin.IsDefaultPort);

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    private static Task RejectAsync(HttpContext context)
    {
        // ErrorPages turns an empty response into a page for people.
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Request.Path.StartsWithSegments("/api")
            ? Results.Problem($"Request from another website. Nothing was changed. {DescribeHostMismatch(context.Request)}".TrimEnd(),
                statusCode: StatusCodes.Status403Forbidden,
                extensions: new Dictionary<string, object?> { ["code"] = ErrorCode }).ExecuteAsync(context)
            : Task.CompletedTask;
    }
}
