namespace Sovia.Web;

/// <summary>Headers that keep a page to itself: nothing from elsewhere runs in it, is shown in it or frames it.</summary>
public static class SecurityHeaders
{
    /// <summary>Where a page that cannot do without a script and styles of its own says the number that its script bears.</summary>
    public const string NonceItemKey = "Sovia.Nonce";

    /// <summary>Puts the headers on every response, errors included.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app)
    {
        var policy = Policy(LiveReload.IsEnabled);
        return app.Use((context, next) =>
        {
            // Not set at once: the error handler clears what was set before it.
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

    // Style attributes carry numbers only (a hue, a span); style sheets and scripts come from files.
    private static string Policy(bool liveReload) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; media-src 'self'; "
        + $"connect-src 'self'{(liveReload ? " ws: wss:" : "")}; font-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'; manifest-src 'self'";
}
