using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Sovia.Tests.Support;

/// <summary>
/// Every address of the site that answers GET, as it is mapped: pages with each of their handlers, bytes, lists and probes; not the files
/// of <c>wwwroot</c>.
/// </summary>
internal static partial class GetRoutes
{
    /// <summary>The addresses.</summary>
    /// <param name="services">Of the site.</param>
    /// <param name="values">What stands in place of each parameter of a route.</param>
    public static async Task<IReadOnlyList<(string Address, bool IsPage)>> AllAsync(IServiceProvider services,
        IReadOnlyDictionary<string, string[]> values)
    {
        var found = new HashSet<(string, bool)>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(AnswersGet))
        {
            var handlers = await HandlersAsync(services, endpoint);
            foreach (var address in Filled(["/" + endpoint.RoutePattern.RawText!.TrimStart('/')], values))
                foreach (var handler in handlers ?? [null])
                    found.Add((handler is null ? address : $"{address}?handler={handler}", handlers is not null));
        }
        return [.. found.Order()];
    }

    private static bool AnswersGet(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        && (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods
            || methods.HttpMethods.Contains("GET"));

    // Null for what is no page; of a page null is the handler without a name.
    private static async Task<string?[]?> HandlersAsync(IServiceProvider services, RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
            ? [.. (await services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty)).HandlerMethods
                .Where(method => method.HttpMethod == "Get").Select(method => method.Name)]
            : null;

    private static IEnumerable<string> Filled(IEnumerable<string> routes, IReadOnlyDictionary<string, string[]> values)
    {
        foreach (var route in routes)
        {
            if (Parameter().Match(route) is not { Success: true } first)
            {
                yield return route;
                continue;
            }
            var name = first.Groups[1].Value;
            // A new parameter is entered where the values are.
            Assert.True(values.ContainsKey(name), $"no value for {name} of {route}");
            foreach (var filled in Filled(values[name].Select(value => route.Replace(first.Value, value, StringComparison.Ordinal)),
                values)) yield return filled;
        }
    }

    [GeneratedRegex(@"\{(\w+)[^{}]*\}")]
    private static partial Regex Parameter();
}
