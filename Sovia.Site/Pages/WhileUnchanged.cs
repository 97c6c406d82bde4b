using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.Filters;
using Sovia.Caching;
using Sovia.Library;
using Sovia.Library.Search;
using Sovia.Pages.Gallery;
using Sovia.Web;

namespace Sovia.Pages;

/// <summary>
/// Answers a page from memory as long as its library does not change, and with 304 whoever has it already. A request that
/// says <c>no-cache</c> gets it made anew.
/// </summary>
public sealed class WhileUnchanged(LibraryVersion versions, CurrentTenant tenant, LocalCache cache) : IAsyncResourceFilter
{
    // Just under what the runtime takes for a large object.
    private const int FirstBuffer = 80_000;

    private static readonly string Build = typeof(WhileUnchanged).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    /// <inheritdoc/>
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        // A message is shown once, and what sets a cookie must reach the browser.
        if (!HttpMethods.IsGet(request.Method) || request.Cookies.ContainsKey(PagesRegistration.Flash) || Display.IsIn(request.Query))
        {
            await next();
            return;
        }
        var ct = context.HttpContext.RequestAborted;
        var state = await versions.CurrentAsync(tenant.Id, ct);
        var tag = TagOf(request, state.Version);
        response.OnStarting(() =>
        {
            // A page with a form's token is one visitor's alone.
            if (!IsOneVisitors(response)) response.Headers.ETag = tag;
            return Task.CompletedTask;
        });
        if (request.Headers.IfNoneMatch.ToString().Split(", ").Contains(tag))
        {
            response.Headers.CacheControl = "private, no-cache";
            response.VaryByFragment();
            response.StatusCode = StatusCodes.Status304NotModified;
            context.Result = new Microsoft.AspNetCore.Mvc.EmptyResult();
            return;
        }
        if (request.Headers.CacheControl.ToString().Contains("no-cache", StringComparison.OrdinalIgnoreCase))
        {
            await next();
            return;
        }
        if (cache.TryGet(tag, out KeptPage? kept))
        {
            await kept!.WriteAsync(response, ct);
            context.Result = new Microsoft.AspNetCore.Mvc.EmptyResult();
            return;
        }
        await KeepAsync(response, tag, next, ct);
    }

    private async Task KeepAsync(HttpResponse response, string tag, ResourceExecutionDelegate next, CancellationToken ct)
    {
        var body = response.Body;
        using var copy = new MemoryStream(FirstBuffer);
        response.Body = copy;
        try
        {
            await next();
        }
        finally
        {
            response.Body = body;
        }
        if (response.StatusCode == StatusCodes.Status200OK && !IsOneVisitors(response)) cache.Set(tag, KeptPage.Of(response, copy), copy.Length);
        copy.Position = 0;
        await copy.CopyToAsync(body, ct);
    }

    private static bool IsOneVisitors(HttpResponse response) =>
        response.Headers.SetCookie.Count > 0 || response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase);

    // All that a page's bytes depend on.
    private static string TagOf(HttpRequest request, long version) => $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        Build, version, DateTime.UtcNow.ToString("yyyyMMdd", null), request.Path, request.QueryString, request.WantsFragment(), request.Headers["HX-Trigger-Name"],
        Theme.Of(request), request.Cookies[Display.Cookie], request.Cookies[FilterPanel.Cookie]))).AsSpan(0, 12))}\"";
}
