using Marten;
using Sovia.Import.Previews;
using Sovia.Jobs;
using Sovia.Library;
using Sovia.Storage;

namespace Sovia.Import;

/// <summary>Takes files over from the web form: stores them, notes a run and leaves the rest to the queue.</summary>
public sealed class StartImport(IDocumentSession session, ImportSpool spool, EnqueueJob enqueue, NodeId node, TimeProvider clock)
{
    /// <summary>How many bytes may be handed over at once.</summary>
    public const long MaxUploadBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>
    /// Stores the files and queues a run for them. Bytes that were imported before are known at once and not read for a preview.
    /// </summary>
    /// <param name="files">Names as the user knows them, and contents.</param>
    /// <param name="asksFirst">Whether it stops at a preview and waits for a go-ahead.</param>
    /// <param name="ct">Cancels; files stored so far are removed.</param>
    /// <returns>The id of the run.</returns>
    public async Task<Guid> QueueAsync(IReadOnlyList<(string Name, Stream Content)> files, bool asksFirst, CancellationToken ct)
    {
        var run = new ImportRun
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            State = ImportState.Queued,
            StartedAt = clock.GetUtcNow(),
            AsksFirst = asksFirst,
            Node = node.Value
        };
        try
        {
            var sources = new List<ImportSource>();
            foreach (var (name, content) in files)
            {
                var (size, hash) = await spool.StoreAsync(run.Id, sources.Count, content, ct);
                sources.Add(new(StorableText.SanitizeLine(name, ImportIssue.MaxFileLength), size, hash));
            }
            run = run with { Sources = sources };
            if (asksFirst && await ImportedFileStore.FindPreviousImportAsync(session, sources, ct) is { } earlier)
            {
                run = run with { State = ImportState.Preview, Counts = CountAsUnchanged(earlier.Counts) };
                session.Store(new ImportPreview { Id = run.Id, Earlier = earlier.Id, EarlierAt = earlier.FinishedAt });
            }
            session.Store(run);
            // All of it is here: whoever goes away now finds it imported. Cancelled in the midst of the commit, the run could be there
            // without its files.
            ct.ThrowIfCancellationRequested();
            await session.SaveChangesAsync(CancellationToken.None);
        }
        catch
        {
            spool.Remove(run.Id);
            throw;
        }
        if (run.State == ImportState.Queued) await enqueue.RunAsync(asksFirst ? PreviewJob.JobName : ImportJob.JobName);
        return run.Id;
    }

    private static ImportCounts CountAsUnchanged(ImportCounts counts) => counts with { New = 0, Changed = 0, Unchanged = counts.Posts };
}
