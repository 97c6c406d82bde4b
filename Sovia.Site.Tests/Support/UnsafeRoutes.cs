using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Sovia.Tests.Support;

/// <summary>
/// Everything of the site that changes something, as it is mapped: <c>POST /media?handler=scan</c>, <c>PUT /api/posts/{id:guid}/like</c>.
/// </summary>
internal static class UnsafeRoutes
{
    private static readonly string[] Safe = ["GET", "HEAD"];

    /// <summary>The methods and patterns.</summary>
    /// <param name="services">Of the site.</param>
    public static async Task<IReadOnlyList<string>> AllAsync(IServiceProvider services)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                foreach (var handler in (await services.GetRequiredService<PageLoader>()
                    .LoadAsync(page, EndpointMetadataCollection.Empty)).HandlerMethods)
                    if (!Safe.Contains(handler.HttpMethod.ToUpperInvariant()))
                        found.Add(
                            $"{handler.HttpMethod.ToUpperInvariant()} {route}{(handler.Name is null ? "" : $"?handler={handler.Name.ToLowerInvariant()}")}");
            }
            else if (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { } methods)
                foreach (var method in methods.HttpMethods.Except(Safe)) found.Add($"{method} {route}");
        }
        return [.. found];
    }
}
