using Marten;

namespace Sovia.Import;

/// <summary>Takes files over from the web form: stores them, notes a run and leaves the rest to the queue.</summary>
public sealed class StartImport(IDocumentSession session, ImportSpool spool, ImportQueue queue, TimeProvider clock)
{
    /// <summary>Stores the files and queues a run for them.</summary>
    /// <param name="files">Names as the user knows them, and contents.</param>
    /// <param name="ct">Cancels; files stored so far are removed.</param>
    /// <returns>The id of the run.</returns>
    public async Task<Guid> QueueAsync(IReadOnlyList<(string Name, Stream Content)> files, CancellationToken ct)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        try
        {
            var sources = new List<ImportSource>();
            foreach (var (name, content) in files)
                sources.Add(new(Path.GetFileName(name), await spool.StoreAsync(id, sources.Count, content, ct)));
            session.Store(new ImportRun { Id = id, State = ImportState.Queued, StartedAt = clock.GetUtcNow(), Sources = sources });
            await session.SaveChangesAsync(ct);
        }
        catch
        {
            spool.Remove(id);
            throw;
        }
        queue.Add(id);
        return id;
    }
}
