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
/// Answers a page from memory as long as its library does not change, and with 304 whoever has it already. A request that
/// says <c>no-cache</c> gets it made anew.
/// </summary>
/// <remarks>
/// A page is made in memory before any of it is sent, and only one that is complete is kept and bears a tag. One that failed is thrown
/// away, one whose reader has gone too: it may have been cut short anywhere.
/// </remarks>
public sealed class PageCacheFilter(LibraryStateCache versions, CurrentTenant tenant, LocalCache cache, PageBufferPool buffers,
    TimeProvider clock) : IAsyncResourceFilter
{
    /// <inheritdoc/>
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        // A message is shown once, and what sets a cookie must reach the browser.
        if (!HttpMethods.IsGet(request.Method) || request.Cookies.ContainsKey(PagesRegistration.TempDataCookieName)
            || DisplayOptions.IsSpecifiedIn(request.Query))
        {
            await next();
            return;
        }
        var ct = context.HttpContext.RequestAborted;
        var tag = TagOf(request, await versions.GetCurrentAsync(tenant.Id, ct));
        var isAnew = request.Headers.CacheControl.ToString().Contains("no-cache", StringComparison.OrdinalIgnoreCase);
        if (EntityTag.MatchesRequest(request, tag))
        {
            CachedPage.SetCacheHeaders(response, tag);
            response.StatusCode = StatusCodes.Status304NotModified;
            context.Result = new EmptyResult();
        }
        else if (!isAnew && cache.TryGet(tag, out CachedPage? kept))
        {
            await kept!.WriteAsync(response, tag, ct);
            context.Result = new EmptyResult();
        }
        else await MakeAsync(response, tag, isKept: !isAnew, next, ct);
    }

    private async Task MakeAsync(HttpResponse response, string tag, bool isKept, ResourceExecutionDelegate next, CancellationToken ct)
    {
        var body = response.Body;
        var made = buffers.Rent();
        response.Body = made;
        ResourceExecutedContext executed;
        try
        {
            executed = await next();
        }
        finally
        {
            response.Body = body;
        }
        // What went wrong is not thrown here but told, and thrown once this filter has ended; what had been written goes nowhere.
        if (executed is { Exception: not null, ExceptionHandled: false }) return;
        // Nobody reads what was made, and a part of it may have been left out.
        ct.ThrowIfCancellationRequested();
        if (!executed.Canceled && IsComplete(response, made))
        {
            response.Headers.ETag = tag;
            response.ContentLength = made.Length;
            if (isKept) CachedPage.FromResponse(response, made).AddTo(cache, tag);
        }
        // Writing nothing would send the headers, and an empty error could no longer become the page that explains it.
        if (made.Length > 0) await body.WriteAsync(made.GetBuffer().AsMemory(0, (int)made.Length), ct);
        buffers.Return(made);
    }

    // As the page meant it: nothing sent ahead of it, nothing missing, and the same for every visitor.
    private static bool IsComplete(HttpResponse response, MemoryStream made) =>
        response.StatusCode == StatusCodes.Status200OK
        && !response.HasStarted
        && (response.ContentLength ?? made.Length) == made.Length
        && response.Headers.SetCookie.Count == 0
        && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// All that the bytes of a page depend on, which is the key it is kept under as well: the program, whose library it is and in which
    /// state, the collections that its searches name, the zone of whoever looks and the day that <c>date:today</c> means there, the
    /// address, whether the frame is left out, whether it answers typing (<c>HX-Trigger-Name: search</c>, whose last word may be
    /// unfinished), what its user prefers, and the choices that cookies remember.
    /// </summary>
    private string TagOf(HttpRequest request, LibraryState state) => EntityTag.Compute(
        tenant.Id, state.CombinedStamp, state.PreferenceStamp, NamedCollections.Current.Stamp,
        ViewerTimeZone.GetCacheKey(request, clock.GetUtcNow()),
        request.PathBase, request.Path, request.QueryString, request.WantsFragment(), request.Headers[HtmxExtensions.TriggerNameHeader],
        Theme.ReadCookie(request), request.Cookies[DisplayOptions.CookieName], request.Cookies[FilterPanel.CookieName],
        BlurredItems.IsRevealed(request));
}
