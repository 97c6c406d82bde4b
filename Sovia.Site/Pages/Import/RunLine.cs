using System.Globalization;
using Sovia.Import;

namespace Sovia.Pages.Import;

/// <summary>One run in the list of runs.</summary>
/// <param name="Run">The run.</param>
/// <param name="State">How it stands.</param>
public sealed record RunLine(ImportRun Run, RunState State)
{
    /// <summary>The line for a run.</summary>
    public static RunLine Of(ImportRun run) => new(run, RunState.Of(run));

    /// <summary>Its files, by name.</summary>
    public string Files => NamesOf(Run);

    /// <summary>What became of it, in one line.</summary>
    public string Outcome => Run.State switch
    {
        ImportState.Finished => $"{Count(Run.Counts.Posts, "item")} in {Count(Run.Counts.Families, "stack")}: {RunState.Number(Run.Counts.New)} new, {RunState.Number(Run.Counts.Changed)} updated{Rejected}",
        ImportState.Failed => Run.Failure ?? State.Title,
        ImportState.Cancelled when Run.Counts.Posts == 0 => "Discarded, nothing imported",
        ImportState.Cancelled => $"Stopped after {Count(Run.Counts.Posts, "item")}",
        ImportState.Undone => UndoneLine(Run),
        _ => State.Title,
    };

    /// <summary>Its size, how long it took and how much went wrong.</summary>
    public string Facts => string.Join(" · ", new[]
    {
        RunState.Size(Run.BytesTotal),
        Took(Run),
        Run.IssueCounts.Values.Sum() is > 0 and var issues ? Count(issues, "issue") : null,
    }.OfType<string>());

    private string Rejected => Run.Counts.Rejected == 0 ? "" : $", {RunState.Number(Run.Counts.Rejected)} rejected";

    /// <summary>The names of a run's files: the first, and how many more.</summary>
    public static string NamesOf(ImportRun run) => run.Sources switch
    {
        [] => "No files",
        [var only] => only.Name,
        [var first, ..] => $"{first.Name} and {RunState.Number(run.Sources.Count - 1)} more",
    };

    /// <summary>What came of undoing a run.</summary>
    public static string UndoneLine(ImportRun run) => string.Join(", ", new[]
    {
        $"{Count(run.Undo?.Removed ?? 0, "item")} removed",
        run.Undo is { Restored: > 0 } back ? $"{RunState.Number(back.Restored)} restored from other imports" : null,
        run.Undo is { Kept: > 0 } kept ? $"{RunState.Number(kept.Kept)} kept because you edited {(kept.Kept == 1 ? "it" : "them")}" : null,
    }.OfType<string>());

    /// <summary>How long a run took, its waiting apart; null while it goes on and for one that never began.</summary>
    public static string? Took(ImportRun run) => run switch
    {
        { FinishedAt: { } end, BegunAt: { } begun } => Span(end - begun),
        // Runs of earlier versions do not tell when they began.
        { FinishedAt: { } end, State: not ImportState.Cancelled } => Span(end - run.StartedAt),
        _ => null,
    };

    /// <summary>A span of time in the units that fit.</summary>
    public static string Span(TimeSpan span) => span.TotalSeconds switch
    {
        < 60 and var seconds => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(seconds, 0.1):0.#} s"),
        < 3600 and var seconds => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(seconds / 60):0} min {Math.Floor(seconds % 60):0} s"),
        var seconds => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(seconds / 3600):0} h {Math.Floor(seconds % 3600 / 60):0} min"),
    };

    /// <summary>A number with its noun.</summary>
    public static string Count(long count, string one, string? many = null) => $"{RunState.Number(count)} {(count == 1 ? one : many ?? one + "s")}";
}
