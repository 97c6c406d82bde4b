using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Query.Lists;
using Sovia.Web;

namespace Sovia.Pages;

/// <summary>Explains an error, its effect and the next step. Answers API requests in JSON.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    /// <summary>The HTTP status to explain.</summary>
    public int Status { get; private set; }

    /// <summary>The text of the page.</summary>
    public ErrorText Text { get; private set; } = null!;

    // Runs for every method of the failed request, unlike handlers.
    /// <inheritdoc/>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var routeStatus = int.TryParse(RouteData.Values["status"] as string, CultureInfo.InvariantCulture, out var status) ? status : 404;
        // Prefers the response's status, because a handled exception has set it and the URL has only the generic one.
        Status = Response.StatusCode >= 400 ? Response.StatusCode : routeStatus is >= 400 and < 600 ? routeStatus : 404;
        Response.StatusCode = Status;
        Text = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is SearchTimeoutException ? ErrorText.SlowSearch
            : ErrorText.ForStatus(Status);
        if (Status == StatusCodes.Status403Forbidden && SameOrigin.DescribeHostMismatch(Request) is { } hostMismatch)
            Text = Text with { Advice = $"{Text.Advice} {hostMismatch}" };
        if (ErrorPages.IsForApi(GetOriginalPath())) context.Result = CreateProblem();
    }

    private string? GetOriginalPath() =>
        HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? Request.Path.Value;

    private ObjectResult CreateProblem() => new(new ProblemDetails
    {
        Status = Status,
        Title = Text.Title,
        Detail = Text.ApiDetail ?? Text.Advice,
        Extensions = { ["code"] = Text.Code },
    })
    { StatusCode = Status, ContentTypes = { "application/problem+json" } };
}
