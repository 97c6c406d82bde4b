using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Web;

namespace Sovia.Pages;

/// <summary>Explains an error: what happened, what is safe, what to do.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    /// <summary>The HTTP status to explain.</summary>
    public int Status { get; private set; }

    /// <summary>The text of the page.</summary>
    public ErrorText Text { get; private set; } = null!;

    /// <summary>Shows the page, with the status of the failed response.</summary>
    public IActionResult OnGet(int status) => Show(status);

    /// <summary>Shows the page for a failed form post.</summary>
    public IActionResult OnPost(int status) => Show(status);

    private PageResult Show(int status)
    {
        // Prefers the response's status, because a handled exception has set it and the URL has only the generic one.
        Status = Response.StatusCode >= 400 ? Response.StatusCode : status is >= 400 and < 600 ? status : 404;
        Response.StatusCode = Status;
        Text = ErrorText.ForStatus(Status);
        if (Status == StatusCodes.Status403Forbidden && SameOrigin.DescribeHostMismatch(Request) is { } hosts)
            Text = Text with { Advice = $"{Text.Advice} {hosts}" };
        return Page();
    }
}
