namespace Sovia.Import.Previews;

/// <summary>Finds out what an import would do: reads all of it and writes nothing.</summary>
public sealed class ForeseeImport(ImportFiles import)
{
    // The links inside a batch are seen, those between two batches are not: the larger, the truer.
    private const int PostsPerBatch = 5_000;

    /// <summary>Reads a run's files from the start.</summary>
    /// <param name="run">A run that is not being written.</param>
    /// <param name="files">Its files, in the order of its sources.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="ct">Stops between batches.</param>
    /// <returns>The run with its counts and issues as they would be, and what else would come of it.</returns>
    public async Task<(ImportRun Run, ImportPreview Preview)> RunAsync(ImportRun run, IReadOnlyList<ImportFile> files, IProgress<ImportRun>? progress, CancellationToken ct)
    {
        var foresight = new Foresight();
        var read = await RunAsync(run, files, foresight, progress, ct);
        return (read, foresight.Of(run.Id));
    }

    /// <summary>The same, with where the bytes are that are not here.</summary>
    public async Task<ImportCheck> CheckAsync(ImportRun run, IReadOnlyList<ImportFile> files, CancellationToken ct)
    {
        var foresight = new Foresight(keepsAddresses: true);
        var read = await RunAsync(run, files, foresight, null, ct);
        return new(read, foresight.Of(run.Id).Media, foresight.MissingAddresses);
    }

    private Task<ImportRun> RunAsync(ImportRun run, IReadOnlyList<ImportFile> files, Foresight foresight, IProgress<ImportRun>? progress, CancellationToken ct) =>
        import.RunAsync(run.Unread(), [.. files.Select(file => file with { PostsPerBatch = PostsPerBatch })], foresight, progress, ct);
}
