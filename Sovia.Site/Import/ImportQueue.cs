namespace Sovia.Import;

/// <summary>Runs that wait for this process: one line for the one that writes, one for those that only read.</summary>
public sealed class ImportQueue
{
    /// <summary>Runs to be written.</summary>
    public RunLane Writing { get; } = new();

    /// <summary>Runs to be read for a preview.</summary>
    public RunLane Previews { get; } = new();

    /// <summary>Puts a run at the end of those to be written.</summary>
    public void Add(Guid run) => Writing.Add(run);

    /// <summary>Puts a run where its next step is waited for; one at its preview waits for nobody but the user.</summary>
    public void Add(ImportRun run)
    {
        if (!run.AsksFirst) Writing.Add(run.Id);
        else if (run.State is ImportState.Queued or ImportState.Reading) Previews.Add(run.Id);
    }
}
