namespace Sovia.Import;

/// <summary>A request to cancel a run. A separate document, because the run's own document is rewritten with each batch.</summary>
/// <param name="Id">The run's id.</param>
public sealed record ImportCancellation(Guid Id);
