using System.Globalization;
using Sovia.Import;

namespace Sovia.Pages.Import;

/// <summary>Text, icon and colour of a run's state.</summary>
/// <param name="Title">The display text.</param>
/// <param name="Icon">The icon.</param>
/// <param name="CssClass">The CSS class of the colour.</param>
public sealed record ImportStateView(string Title, string Icon, string CssClass)
{
    /// <summary>Creates the view of a run's state.</summary>
    public static ImportStateView FromRun(ImportRun run) => run.State switch
    {
        ImportState.Queued => new("Queued", "file-json", "is-running"),
        ImportState.Reading => new("Reading", "file-json", "is-running"),
        ImportState.Preview => new("Ready to import", "search", "is-running"),
        ImportState.Importing => new("Importing", "file-json", "is-running"),
        ImportState.Finished => new("Imported", "circle-check", "is-finished"),
        ImportState.Cancelled when run.Counts.Posts == 0 => new("Discarded", "circle-stop", "is-cancelled"),
        ImportState.Cancelled => new("Cancelled", "circle-stop", "is-cancelled"),
        ImportState.Undoing => new("Undoing", "undo-2", "is-running"),
        ImportState.Undone => new("Undone", "undo-2", "is-cancelled"),
        _ => new("Failed", "triangle-alert", "is-failed"),
    };

    /// <summary>Formats a number with separators.</summary>
    public static string FormatNumber(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
