using Marten;

namespace Sovia.Import;

/// <summary>Asks a run to stop after the batch it is writing.</summary>
public sealed class CancelImport(IDocumentSession session)
{
    /// <summary>Does nothing where the run has ended or never was.</summary>
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        if (await session.LoadAsync<ImportRun>(id, ct) is null or { HasEnded: true }) return;
        session.Store(new ImportCancellation(id));
        await session.SaveChangesAsync(ct);
    }
}
