using Microsoft.AspNetCore.Components;

namespace Sovia.Web;

/// <summary>Addresses of styles and scripts that change with their contents, for what is not written as a tag.</summary>
public static class StaticAsset
{
    /// <summary>The address of a file of <c>wwwroot</c>.</summary>
    /// <param name="context">The request, whose page knows them.</param>
    /// <param name="path">The path in <c>wwwroot</c>: <c>js/tray.js</c>.</param>
    public static string GetUrl(HttpContext context, string path) =>
        $"{context.Request.PathBase}/{context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[path] ?? path}";
}
