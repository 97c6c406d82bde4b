namespace Sovia.Pages;

/// <summary>The words for an error.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Advice">What is safe and what to do.</param>
/// <param name="Retry">Whether trying the same again may help.</param>
public sealed record ErrorText(string Title, string Advice, bool Retry = false)
{
    /// <summary>The words for an HTTP status.</summary>
    public static ErrorText Of(int status) => status switch
    {
        404 => new("There is nothing at this address", "The post may not have been imported yet, or the address was cut short on its way. Everything in your library is where it was."),
        400 => new("That request could not be read", "Nothing was changed. If you sent a form that had been open for long, load the page again and send it once more."),
        403 => new("Another web page sent this request", "Nothing was changed. Open the page here and use its own form or button."),
        413 => new("These files are too large for one go", "Nothing was changed. Up to 2 GB can be handed over at a time; larger exports go in with the import command."),
        503 => new("The database does not answer", "Your library is safe. Sovia goes on by itself as soon as the database is back; if it stays away, look at the log of the site.", Retry: true),
        >= 500 => new("Something went wrong on our side", "Your library is safe; what was under way was not saved. Try again, and if it happens again, the log of the site says why.", Retry: true),
        _ => new("This cannot be done here", "Nothing was changed."),
    };
}
