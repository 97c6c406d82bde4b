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
        ImportState.Cancelled => new("Stopped", "circle-stop", "is-cancelled"),
        ImportState.Undoing => new("Undoing", "undo-2", "is-running"),
        ImportState.Undone => new("Undone", "undo-2", "is-cancelled"),
        _ => new("Failed", "triangle-alert", "is-failed"),
    };

    /// <summary>Formats a number with separators.</summary>
    public static string FormatNumber(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Formats a size in a fitting unit.</summary>
    public static string FormatBytes(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} bytes",
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.##} GB"),
    };
}
