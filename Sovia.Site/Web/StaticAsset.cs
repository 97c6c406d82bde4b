using Microsoft.AspNetCore.Components;

namespace Sovia.Web;

/// <summary>Returns fingerprinted URLs of styles and scripts that are not referenced by a tag.</summary>
public static class StaticAsset
{
    /// <summary>Returns the URL of a file in <c>wwwroot</c>.</summary>
    /// <param name="context">The request, whose endpoint knows the fingerprints.</param>
    /// <param name="path">The path in <c>wwwroot</c>, such as <c>js/tray.js</c>.</param>
    public static string GetUrl(HttpContext context, string path) =>
        $"{context.Request.PathBase}/{context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[path] ?? path}";
}
