namespace Sovia.Pages;

/// <summary>The text of an error page.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Advice">What is unaffected and what to do.</param>
/// <param name="CanRetry">Whether a retry may help.</param>
public sealed record ErrorText(string Title, string Advice, bool CanRetry = false)
{
    /// <summary>Returns the text for an HTTP status.</summary>
    public static ErrorText ForStatus(int status) => status switch
    {
        404 => new("Page not found", "The item may not have been imported yet, or the link is incomplete."),
        400 => new("Invalid request", "Nothing was changed. If the page had been open for a while, reload it and try again."),
        403 => new("Request from another website", "Nothing was changed. Open the page in Sovia and use its own form or button."),
        413 => new("Upload too large", "Nothing was changed. Exports: up to 2 GB. Files: up to 8 GB. For more, use the command line."),
        503 => new("Database unavailable", "Your library is safe. Sovia reconnects automatically. If this continues, check the server log.",
            CanRetry: true),
        >= 500 => new("Something went wrong", "Your last action wasn't saved. Try again. If it keeps happening, check the server log.",
            CanRetry: true),
        _ => new("This action isn't available", "Nothing was changed."),
    };
}
