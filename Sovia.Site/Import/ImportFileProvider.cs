namespace Sovia.Import;

/// <summary>Supplies the files of a run that were not uploaded: another feature generates them while they are read.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="CreateFiles">Creates the files, in the order of the run's sources. Called again for a run that resumes after a
/// crash.</param>
/// <param name="OnCompleted">Called once the files have been read.</param>
public sealed record ImportFileProvider(Guid RunId, Func<ImportRun, IReadOnlyList<ImportableFile>> CreateFiles,
    Func<CancellationToken, Task> OnCompleted);
