using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Sovia.Web;

/// <summary>The plumbing in front of every endpoint.</summary>
public static class WebRegistration
{
    /// <summary>Packs what is text, for browsers that take it so; quickly rather than as small as can be.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services) => services
        .AddAllowedHosts()
        .AddResponseCompression()
        .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest)
        .Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);

    /// <summary>Security headers, then the doors, then error pages, then routing, so that an error page finds its route.</summary>
    public static IApplicationBuilder UseWeb(this IApplicationBuilder app) =>
        app.UseSecurityHeaders().UseAllowedHosts().UseResponseCompression().UseErrorPages().UseSameOriginCheck().UseNulPathRejection()
        .UseRouting();
}
