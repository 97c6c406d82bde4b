using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Sovia.Caching;
using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Pages.Gallery;
using Sovia.Query.Language;
using Sovia.Web;

namespace Sovia.Pages;

/// <summary>
/// Serves a page from memory while its library is unchanged, and answers 304 if the client already has it. A request with <c>no-cache</c>
/// renders it again.
/// </summary>
/// <remarks>
/// Renders a page into memory before sending any of it, and caches and tags only complete pages. Discards a page if rendering failed or the
/// client disconnected, because it may be truncated anywhere.
/// </remarks>
public sealed class PageCacheFilter(LibraryStateCache versions, CurrentTenant tenant, LocalCache cache, PageBufferPool buffers,
    TimeProvider clock) : IAsyncResourceFilter
{
    /// <inheritdoc/>
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        // Not cached, because a toast is shown only once and a Set-Cookie header must reach the browser.
        if (!HttpMethods.IsGet(request.Method) || request.Cookies.ContainsKey(PagesRegistration.TempDataCookieName)
            || DisplayOptions.IsSpecifiedIn(request.Query))
        {
            await next();
            return;
        }
        var ct = context.HttpContext.RequestAborted;
        var tag = GetTag(request, await versions.GetCurrentAsync(tenant.Id, ct));
        var isCacheBypassed = request.Headers.CacheControl.ToString().Contains("no-cache", StringComparison.OrdinalIgnoreCase);
        if (EntityTag.MatchesRequest(request, tag))
        {
            CachedPage.SetCacheHeaders(response, tag);
            response.StatusCode = StatusCodes.Status304NotModified;
            context.Result = new EmptyResult();
        }
        else if (!isCacheBypassed && cache.TryGetPage(tag, out CachedPage? cachedPage))
        {
            await cachedPage!.WriteAsync(response, tag, ct);
            context.Result = new EmptyResult();
        }
        else await RenderAsync(response, tag, canCache: !isCacheBypassed, next, ct);
    }

    private async Task RenderAsync(HttpResponse response, string tag, bool canCache, ResourceExecutionDelegate next, CancellationToken ct)
    {
        var responseBody = response.Body;
        var buffer = buffers.Rent();
        response.Body = buffer;
        ResourceExecutedContext executed;
        try
        {
            executed = await next();
        }
        finally
        {
            response.Body = responseBody;
        }
        // The exception is in the result and is rethrown after this filter. Nothing of the rendered output is sent.
        if (executed is { Exception: not null, ExceptionHandled: false }) return;
        // The client has disconnected, so the rendered page may be incomplete.
        ct.ThrowIfCancellationRequested();
        if (!executed.Canceled && IsComplete(response, buffer))
        {
            response.Headers.ETag = tag;
            response.ContentLength = buffer.Length;
            if (canCache) CachedPage.FromResponse(response, buffer).AddTo(cache, tag);
        }
        // An empty write would send the headers, and an empty error response could then no longer be replaced by the error page.
        if (buffer.Length > 0) await responseBody.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), ct);
        buffers.Return(buffer);
    }

    // Returns whether the whole page was rendered, nothing was sent early, and the page is the same for every visitor.
    private static bool IsComplete(HttpResponse response, MemoryStream buffer) =>
        response.StatusCode == StatusCodes.Status200OK
        && !response.HasStarted
        && (response.ContentLength ?? buffer.Length) == buffer.Length
        && response.Headers.SetCookie.Count == 0
        && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Computes the entity tag, which is also the cache key, from everything the page depends on: the program version, the library and its
    /// state, the collections that searches refer to, the viewer's time zone and the date of <c>date:today</c> there, the URL, whether it
    /// is a fragment without the layout, whether it answers typing (<c>HX-Trigger-Name: search</c>, where the last word may be unfinished),
    /// the preferences, and the choices stored in cookies.
    /// </summary>
    private string GetTag(HttpRequest request, LibraryState state) => EntityTag.Compute(
        tenant.Id, state.CombinedStamp, state.PreferenceStamp, NamedCollections.Current.Stamp,
        ViewerTimeZone.GetCacheKey(request, clock.GetUtcNow()),
        request.PathBase, request.Path, request.QueryString, request.WantsFragment(), request.Headers[HtmxExtensions.TriggerNameHeader],
        Theme.ReadCookie(request), request.Cookies[DisplayOptions.CookieName], request.Cookies[FilterPanel.CookieName],
        BlurredItems.IsRevealed(request));
}
