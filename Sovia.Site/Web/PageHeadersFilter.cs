using Microsoft.AspNetCore.Mvc.Filters;

namespace Sovia.Web;

/// <summary>
/// What every page says to caches: ask before showing it again, and keep page and fragment apart. Never <c>no-store</c>,
/// which would keep pages out of the back/forward cache; only antiforgery adds it where a page holds a token.
/// </summary>
public sealed class PageHeadersFilter : IResultFilter
{
    /// <inheritdoc/>
    public void OnResultExecuting(ResultExecutingContext context)
    {
        var response = context.HttpContext.Response;
        response.VaryByFragment();
        response.OnStarting(() =>
        {
            if (response.Headers.CacheControl.Count == 0) response.Headers.CacheControl = "private, no-cache";
            return Task.CompletedTask;
        });
    }

    /// <inheritdoc/>
    public void OnResultExecuted(ResultExecutedContext context) { }
}
