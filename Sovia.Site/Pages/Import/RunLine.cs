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
        ImportState.Finished => $"{RunState.Number(Run.Counts.Posts)} posts, {RunState.Number(Run.Counts.New)} new{Rejected}",
        ImportState.Failed => Run.Failure ?? State.Title,
        ImportState.Cancelled => $"Stopped after {RunState.Number(Run.Counts.Posts)} posts",
        _ => State.Title,
    };

    private string Rejected => Run.Counts.Rejected == 0 ? "" : $", {RunState.Number(Run.Counts.Rejected)} rejected";

    /// <summary>The names of a run's files: the first, and how many more.</summary>
    public static string NamesOf(ImportRun run) => run.Sources switch
    {
        [] => "No files",
        [var only] => only.Name,
        [var first, ..] => $"{first.Name} and {run.Sources.Count - 1} more",
    };
}
