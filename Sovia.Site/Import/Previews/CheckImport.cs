namespace Sovia.Import.Previews;

/// <summary>Computes what an import would do without storing a run for it. The content is deleted once it is read.</summary>
public sealed class CheckImport(DryRunImport dryRun, ImportSpool spool, TimeProvider clock)
{
    /// <summary>Reads the content.</summary>
    /// <param name="name">The name used in issues.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="ct">Stops between batches.</param>
    public async Task<ImportCheck> RunAsync(string name, Stream content, CancellationToken ct)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        try
        {
            var (size, hash) = await spool.StoreAsync(id, 0, content, ct);
            var run = new ImportRun
            {
                Id = id,
                State = ImportState.Reading,
                StartedAt = clock.GetUtcNow(),
                Sources = [new(name, size, hash)]
            };
            return await dryRun.CheckAsync(run, spool.GetFiles(run), ct);
        }
        finally
        {
            spool.Remove(id);
        }
    }
}
