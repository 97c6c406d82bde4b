using System.Globalization;
using Sovia.Import;
using Sovia.Web;

namespace Sovia.Pages.Import;

/// <summary>An entry in the list of import runs.</summary>
/// <param name="Run">The run.</param>
/// <param name="State">The view model of its state.</param>
public sealed record ImportRunItem(ImportRun Run, ImportStateView State)
{
    /// <summary>Creates the entry of a run.</summary>
    public static ImportRunItem FromRun(ImportRun run) => new(run, ImportStateView.FromRun(run));

    /// <summary>The names of its files.</summary>
    public string FileNames => FormatFileNames(Run);

    /// <summary>The outcome in one line.</summary>
    public string Outcome => Run.State switch
    {
        ImportState.Finished =>
            $"{FormatCount(Run.Counts.Posts, "item")} in {FormatCount(Run.Counts.Families, "stack")}: {ImportStateView.FormatNumber(Run.Counts.New)} new, {ImportStateView.FormatNumber(Run.Counts.Changed)} updated{RejectedText}",
        ImportState.Failed => Run.Failure ?? State.Title,
        ImportState.Cancelled when Run.Counts.Posts == 0 => "Discarded, nothing imported",
        ImportState.Cancelled => $"Cancelled after {FormatCount(Run.Counts.Posts, "item")}",
        ImportState.Undone => FormatUndo(Run),
        _ => State.Title,
    };

    /// <summary>Its size, duration and number of issues.</summary>
    public string Details => string.Join(" · ", new[]
    {
        ByteSize.Format(Run.BytesTotal),
        FormatDuration(Run),
        Run.IssueCounts.Values.Sum() is > 0 and var issues ? FormatCount(issues, "issue") : null,
    }.OfType<string>());

    private string RejectedText => Run.Counts.Rejected == 0 ? "" : $", {ImportStateView.FormatNumber(Run.Counts.Rejected)} rejected";

    /// <summary>Formats the names of a run's files: the first one and the number of others.</summary>
    public static string FormatFileNames(ImportRun run) => run.Sources switch
    {
        [] => "No files",
        [var file] => file.Name,
        [var first, ..] => $"{first.Name} and {ImportStateView.FormatNumber(run.Sources.Count - 1)} more",
    };

    /// <summary>Formats the result of undoing a run.</summary>
    public static string FormatUndo(ImportRun run) => string.Join(", ", new[]
    {
        $"{FormatCount(run.Undo?.Removed ?? 0, "item")} removed",
        run.Undo is { Restored: > 0 } undo ? $"{ImportStateView.FormatNumber(undo.Restored)} restored from other imports" : null,
        run.Undo is { Kept: > 0 } result
        ? $"{ImportStateView.FormatNumber(result.Kept)} kept because you edited {(result.Kept == 1 ? "it" : "them")}" : null,
    }.OfType<string>());

    /// <summary>Formats the duration of a run, without the time it waited; null while it is running and if it never began.</summary>
    public static string? FormatDuration(ImportRun run) => run switch
    {
        { FinishedAt: { } end, BegunAt: { } start } => FormatTimeSpan(end - start),
        // Runs of earlier versions have no BegunAt.
        { FinishedAt: { } end, State: not ImportState.Cancelled } => FormatTimeSpan(end - run.StartedAt),
        _ => null,
    };

    /// <summary>Formats a time span in fitting units.</summary>
    public static string FormatTimeSpan(TimeSpan span) => span.TotalSeconds switch
    {
        < 60 and var seconds => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(seconds, 0.1):0.#} s"),
        < 3600 and var seconds => string.Create(CultureInfo.InvariantCulture,
            $"{Math.Floor(seconds / 60):0} min {Math.Floor(seconds % 60):0} s"),
        var seconds => string.Create(CultureInfo.InvariantCulture,
            $"{Math.Floor(seconds / 3600):0} h {Math.Floor(seconds % 3600 / 60):0} min"),
    };

    /// <summary>Formats a number with its noun.</summary>
    public static string FormatCount(long count, string one, string? many = null) =>
        $"{ImportStateView.FormatNumber(count)} {(count == 1 ? one : many ?? one + "s")}";
}
