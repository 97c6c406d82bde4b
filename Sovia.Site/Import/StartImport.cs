using Marten;
using Sovia.Import.Previews;
using Sovia.Jobs;
using Sovia.Library;
using Sovia.Storage;

namespace Sovia.Import;

/// <summary>Accepts files from the web form: stores them, creates a run and queues it.</summary>
public sealed class StartImport(IDocumentSession session, ImportSpool spool, EnqueueJob enqueue, NodeId node, TimeProvider clock)
{
    /// <summary>Maximum size of one upload in bytes.</summary>
    public const long MaxUploadBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>
    /// Stores the files and queues a run for them. Files that were imported before are recognised by their bytes and not read for a
    /// preview.
    /// </summary>
    /// <param name="files">The file names that the user sees, and the contents.</param>
    /// <param name="stopsAtPreview">True to stop at a preview and wait for confirmation.</param>
    /// <param name="ct">Cancels; files stored so far are removed.</param>
    /// <returns>The id of the run.</returns>
    public async Task<Guid> QueueAsync(IReadOnlyList<(string Name, Stream Content)> files, bool stopsAtPreview, CancellationToken ct)
    {
        var run = new ImportRun
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            State = ImportState.Queued,
            StartedAt = clock.GetUtcNow(),
            StopsAtPreview = stopsAtPreview,
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
            if (stopsAtPreview && await ImportedFileStore.FindPreviousImportAsync(session, sources, ct) is { } previousRun)
            {
                run = run with { State = ImportState.Preview, Counts = CountAsUnchanged(previousRun.Counts) };
                session.Store(
                    new ImportPreview { Id = run.Id, PreviousRunId = previousRun.Id, PreviousRunEndedAt = previousRun.FinishedAt });
            }
            session.Store(run);
            // The commit is not cancelled, because a commit cancelled halfway could leave a run whose files are removed. If the client
            // disconnects from here on, the import still happens.
            ct.ThrowIfCancellationRequested();
            await session.SaveChangesAsync(CancellationToken.None);
        }
        catch
        {
            spool.Remove(run.Id);
            throw;
        }
        if (run.State == ImportState.Queued) await enqueue.RunAsync(stopsAtPreview ? PreviewJob.JobName : ImportJob.JobName);
        return run.Id;
    }

    private static ImportCounts CountAsUnchanged(ImportCounts counts) => counts with { New = 0, Changed = 0, Unchanged = counts.Posts };
}
