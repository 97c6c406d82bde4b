using Marten;

namespace Sovia.Curation;

/// <summary>Writes additional data in the transaction of a batch, such as the decision behind it.</summary>
/// <param name="session">The session, in its transaction.</param>
/// <param name="batch">The batch as it will be stored.</param>
/// <param name="ct">Cancels.</param>
/// <returns>False to abandon the transaction.</returns>
public delegate Task<bool> BatchTransactionStep(IDocumentSession session, Batch batch, CancellationToken ct);
