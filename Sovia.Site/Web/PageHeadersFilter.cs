using Microsoft.AspNetCore.Mvc.Filters;

namespace Sovia.Web;

/// <summary>
/// Sets every page's cache headers: revalidate before reuse, and cache page and fragment separately. Never <c>no-store</c>, which would
/// disable the back/forward cache; only antiforgery adds it to pages with a token.
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
