namespace Sovia.Web;

/// <summary>Sets headers that isolate pages: nothing from other origins runs in a page, is shown in it or frames it.</summary>
public static class SecurityHeaders
{
    /// <summary>The key of <c>HttpContext.Items</c> for the script nonce of a page that needs inline scripts and styles.</summary>
    public const string NonceItemKey = "Sovia.Nonce";

    /// <summary>Sets the headers on every response, including errors.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app)
    {
        var policy = CreatePolicy(LiveReload.IsEnabled);
        return app.Use((context, next) =>
        {
            // Set when the response starts, because the error handler clears headers that were set earlier.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = context.Items[NonceItemKey] is string nonce
                    ? policy.Replace("script-src 'self'", $"script-src 'self' 'nonce-{nonce}'", StringComparison.Ordinal)
                    .Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal)
                    : policy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    // Style attributes are allowed because they contain only numbers (a hue, a span); style sheets and scripts come from files.
    private static string CreatePolicy(bool isLiveReload) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; media-src 'self'; "
        + $"connect-src 'self'{(isLiveReload ? " ws: wss:" : "")}; font-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'; manifest-src 'self'";
}
