using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Web;

namespace Sovia.Pages;

/// <summary>Explains an error: what happened, what is safe, what to do.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    /// <summary>The HTTP status that is explained.</summary>
    public int Status { get; private set; }

    /// <summary>What it says.</summary>
    public ErrorText Text { get; private set; } = null!;

    /// <summary>The page, with the status of the response it stands for.</summary>
    public IActionResult OnGet(int status) => Show(status);

    /// <summary>The same where a form met the error.</summary>
    public IActionResult OnPost(int status) => Show(status);

    private PageResult Show(int status)
    {
        // A handled failure has chosen its status already; the address holds only the general one.
        Status = Response.StatusCode >= 400 ? Response.StatusCode : status is >= 400 and < 600 ? status : 404;
        Response.StatusCode = Status;
        Text = ErrorText.ForStatus(Status);
        if (Status == StatusCodes.Status403Forbidden && SameOrigin.DescribeHostMismatch(Request) is { } hosts)
            Text = Text with { Advice = $"{Text.Advice} {hosts}" };
        return Page();
    }
}
