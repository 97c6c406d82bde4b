using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Primitives;

namespace Sovia.Web;

/// <summary>
/// Accepts only requests whose <c>Host</c> names this site. A foreign web page can point its own host name at this machine (DNS
/// rebinding) and would then read and change the library as if it were same-origin; its <c>Host</c> header reveals it.
/// </summary>
public static class AllowedHosts
{
    /// <summary>The setting: names separated by <c>;</c>, <c>*.example.org</c> for all subdomains, <c>*</c> for any.</summary>
    public const string Setting = "AllowedHosts";

    private static readonly string[] LoopbackHosts = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Disables the framework's own filter, which reads the same setting but does not tell the user how to fix it.</summary>
    public static IServiceCollection AddAllowedHosts(this IServiceCollection services) =>
        services.PostConfigure<HostFilteringOptions>(options => options.AllowedHosts = ["*"]);

    /// <summary>Rejects requests for other hosts with status 400 and a message that names the setting.</summary>
    public static IApplicationBuilder UseAllowedHosts(this IApplicationBuilder app)
    {
        var allowedHosts = ReadAllowed(app.ApplicationServices.GetRequiredService<IConfiguration>());
        return allowedHosts.Contains("*") ? app : app.Use(async (context, next) =>
        {
            var host = context.Request.Host;
            // Every browser sends a host; an HTTP/1.0 health probe may not.
            if (!host.HasValue || HostString.MatchesAny(host.Host, allowedHosts)) await next(context);
            else await RejectAsync(context.Response, host.Host);
        });
    }

    /// <summary>
    /// Returns the allowed hosts: the loopback names, the hosts that the site listens on, and those of the setting.
    /// </summary>
    internal static IList<StringSegment> ReadAllowed(IConfiguration configuration) =>
    [
        .. LoopbackHosts.Concat(Split(configuration[Setting])).Concat(Split(configuration["Urls"]).Select(GetHost).OfType<string>())
            .Distinct(StringComparer.OrdinalIgnoreCase).Select(host => new StringSegment(host)),
    ];

    private static string[] Split(string? list) =>
        (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // A wildcard address (http://+:80, http://0.0.0.0) names no host.
    private static string? GetHost(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host is { Length: > 0 } host and not ("0.0.0.0" or "[::]") ? host : null;

    private static async Task RejectAsync(HttpResponse response, string host)
    {
        response.StatusCode = StatusCodes.Status400BadRequest;
        response.ContentType = "text/plain; charset=utf-8";
        var name = host.Length > 100 ? host[..100] : host;
        await response.WriteAsync(
            $"Sovia doesn't accept requests for the host name \"{name}\". To allow it, add the name to the setting {Setting}, for example --{Setting}={name}");
    }
}
