using Marten;

namespace Sovia.Curation;

/// <summary>Writes more in the transaction of a batch, such as the decision that led to it.</summary>
/// <param name="session">The session, in its transaction.</param>
/// <param name="batch">The batch as it will be stored.</param>
/// <param name="ct">Cancels.</param>
/// <returns>False where nothing is to be done after all; then nothing is.</returns>
public delegate Task<bool> BatchTransactionStep(IDocumentSession session, Batch batch, CancellationToken ct);
