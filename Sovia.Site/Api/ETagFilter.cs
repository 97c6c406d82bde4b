using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Query.Language;
using Sovia.Query.Lists;
using Sovia.Web;

namespace Sovia.Api;

/// <summary>
/// Adds an entity tag that changes with the library's versions to API responses, and returns 304 if the client has the current one.
/// </summary>
public sealed class ETagFilter(LibraryStateCache versions, CurrentTenant tenant, TimeProvider clock) : IEndpointFilter
{
    // In every time zone midnight falls on a quarter of an hour, so relative dates do not change before the next one.
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var tag = await GetTagAsync(http.Request, http.RequestAborted);
        if (EntityTag.MatchesRequest(http.Request, tag))
        {
            SetHeaders(http.Response, tag);
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }
        // Only successful responses get the tag.
        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status200OK) SetHeaders(http.Response, tag);
            return Task.CompletedTask;
        });
        return await next(context);
    }

    private static void SetHeaders(HttpResponse response, string tag)
    {
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = "Cookie";
    }

    private async Task<string> GetTagAsync(HttpRequest request, CancellationToken ct)
    {
        var state = await versions.GetCurrentAsync(tenant.Id, ct);
        return EntityTag.Compute(
            tenant.Id, state.CombinedStamp, NamedCollections.Current.Stamp, HideFilter.CurrentKey, clock.GetUtcNow().Ticks / Quarter.Ticks,
            TimeZoneCookie.ReadName(request), request.Scheme, request.Host, request.PathBase, request.Path,
            request.QueryString);
    }
}
