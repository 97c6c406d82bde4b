using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Sovia.Web;

/// <summary>Registers the middleware in front of every endpoint.</summary>
public static class WebRegistration
{
    /// <summary>Adds the services, with response compression tuned for speed rather than size.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services) => services
        .AddAllowedHosts()
        .AddCors()
        .AddResponseCompression()
        .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest)
        .Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);

    /// <summary>
    /// Adds security headers, then request checks, then error pages, then routing, so that an error page finds its route.
    /// </summary>
    public static IApplicationBuilder UseWeb(this IApplicationBuilder app) =>
        app.UseSecurityHeaders().UseAllowedHosts().UseResponseCompression().UseErrorPages().UseApiOrigins().UseSameOriginCheck()
        .UseNulPathRejection().UseRouting();
}
