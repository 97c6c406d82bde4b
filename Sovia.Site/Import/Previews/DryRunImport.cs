namespace Sovia.Import.Previews;

/// <summary>Finds out what an import would do: reads all of it and writes nothing.</summary>
public sealed class DryRunImport(ImportFiles import)
{
    // The links inside a batch are seen, those between two batches are not: the larger, the truer.
    private const int PostsPerBatch = 5_000;

    /// <summary>Reads a run's files from the start.</summary>
    /// <param name="run">A run that is not being written.</param>
    /// <param name="files">Its files, in the order of its sources.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="ct">Stops between batches.</param>
    /// <returns>The run with its counts and issues as they would be, and what else would come of it.</returns>
    public async Task<(ImportRun Run, ImportPreview Preview)> RunAsync(ImportRun run, IReadOnlyList<ImportableFile> files,
        IProgress<ImportRun>? progress, CancellationToken ct)
    {
        var importPreviewBuilder = new ImportPreviewBuilder();
        var read = await RunAsync(run, files, importPreviewBuilder, progress, ct);
        return (read, importPreviewBuilder.Build(run.Id));
    }

    /// <summary>The same, with where the bytes are that are not here.</summary>
    public async Task<ImportCheck> CheckAsync(ImportRun run, IReadOnlyList<ImportableFile> files, CancellationToken ct)
    {
        var importPreviewBuilder = new ImportPreviewBuilder(keepsAddresses: true);
        var read = await RunAsync(run, files, importPreviewBuilder, null, ct);
        return new(read, importPreviewBuilder.Build(run.Id).Media, importPreviewBuilder.MissingUrls);
    }

    private Task<ImportRun> RunAsync(ImportRun run, IReadOnlyList<ImportableFile> files, ImportPreviewBuilder importPreviewBuilder,
        IProgress<ImportRun>? progress, CancellationToken ct) =>
        import.RunAsync(run.WithProgressReset(), [.. files.Select(file => file with { PostsPerBatch = PostsPerBatch })],
            importPreviewBuilder, progress, ct);
}
