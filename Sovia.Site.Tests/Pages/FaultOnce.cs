using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Sovia.Tests.Pages;

/// <summary>Has the next page go wrong, in its handler or while it is written, and the one after that not.</summary>
internal sealed class FaultOnce : IAsyncPageFilter, IAsyncResultFilter
{
    private Func<HttpContext, Task>? inHandler;
    private Func<ResultExecutingContext, Func<Task>, Task>? inResult;

    public void InHandler(Func<HttpContext, Task> fault) => inHandler = fault;

    public void InResult(Func<ResultExecutingContext, Func<Task>, Task> fault) => inResult = fault;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Interlocked.Exchange(ref inHandler, null) is { } fault) await fault(context.HttpContext);
        else await next();
    }

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (Interlocked.Exchange(ref inResult, null) is { } fault) await fault(context, async () => await next());
        else await next();
    }
}
