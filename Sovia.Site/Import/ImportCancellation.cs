namespace Sovia.Import;

/// <summary>Somebody asked a run to stop. A document of its own, because the run's own document is rewritten with each batch.</summary>
/// <param name="Id">The run's id.</param>
public sealed record ImportCancellation(Guid Id);
