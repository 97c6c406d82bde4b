namespace Sovia.Import;

/// <summary>Where a run's files come from when nobody handed them over: another noun makes them while they are read.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="CreateFiles">Makes its files, in the order of its sources; also again, for a run that goes on after a crash.</param>
/// <param name="OnCompleted">What is to be done once they have been read.</param>
public sealed record ImportFileProvider(Guid RunId, Func<ImportRun, IReadOnlyList<ImportableFile>> CreateFiles,
    Func<CancellationToken, Task> OnCompleted);
