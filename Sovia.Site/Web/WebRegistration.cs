namespace Sovia.Web;

/// <summary>The plumbing in front of every endpoint.</summary>
public static class WebRegistration
{
    /// <summary>Security headers, then error pages, then routing, so that an error page finds its route.</summary>
    public static IApplicationBuilder UseWeb(this IApplicationBuilder app) => app.UseSecurityHeaders().UseErrorPages().UseRouting();
}
