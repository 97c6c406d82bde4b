namespace Sovia.Pages;

/// <summary>The text of an error page.</summary>
/// <param name="Title">A short description of the error.</param>
/// <param name="Advice">The unaffected data and the next step for the user.</param>
/// <param name="Code">The stable code of the error in the API.</param>
/// <param name="CanRetry">Whether a retry may help.</param>
/// <param name="ApiDetail">The API's replacement for the advice; null if it is the same.</param>
public sealed record ErrorText(string Title, string Advice, string Code, bool CanRetry = false, string? ApiDetail = null)
{
    /// <summary>The text for a search that took too long.</summary>
    public static readonly ErrorText SlowSearch = new("This search took too long", "Add a word or a filter, and search again.", "too_slow",
        CanRetry: true);

    /// <summary>Returns the text for an HTTP status.</summary>
    public static ErrorText ForStatus(int status) => status switch
    {
        404 => new("Page not found", "The item may not have been imported yet, or the link is incomplete.", "not_found",
            ApiDetail: "Nothing is at this address. /docs describes the API."),
        400 => new("Invalid request", "Nothing was changed. If the page had been open for a while, reload it and try again.", "bad_request",
            ApiDetail: "The request could not be read. Nothing was changed."),
        403 => new("Request from another website", "Nothing was changed. Open the page in Sovia and use its own form or button.",
            "forbidden", ApiDetail: "Requests from other websites change nothing."),
        405 => new("This action isn't available", "Nothing was changed.", "method_not_allowed",
            ApiDetail: "This address does not accept the method. /docs describes the API."),
        413 => new("Upload too large", "Nothing was changed. Exports: up to 2 GB. Files: up to 8 GB. For more, use the command line.",
            "too_large"),
        503 => new("Database unavailable", "Your library is safe. Sovia reconnects automatically. If this continues, check the server log.",
            "database_unavailable", CanRetry: true),
        >= 500 => new("Something went wrong", "Your last action wasn't saved. Try again. If it keeps happening, check the server log.",
            "internal_error", CanRetry: true, ApiDetail: "The request failed. The server log has the reason."),
        _ => new("This action isn't available", "Nothing was changed.", "request_refused"),
    };
}
