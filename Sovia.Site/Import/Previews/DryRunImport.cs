namespace Sovia.Import.Previews;

/// <summary>Computes what an import would do: reads everything and writes nothing.</summary>
public sealed class DryRunImport(ImportFiles import)
{
    // Larger than in an import, because links within a batch are counted and links between batches are not.
    private const int PostsPerBatch = 5_000;

    /// <summary>Reads a run's files from the start.</summary>
    /// <param name="run">A run that is not being written.</param>
    /// <param name="files">The run's files, in the order of its sources.</param>
    /// <param name="progress">Reported to after each batch.</param>
    /// <param name="ct">Stops between batches.</param>
    /// <returns>The run with its expected counts and issues, and its preview.</returns>
    public async Task<(ImportRun Run, ImportPreview Preview)> RunAsync(ImportRun run, IReadOnlyList<ImportableFile> files,
        IProgress<ImportRun>? progress, CancellationToken ct)
    {
        var importPreviewBuilder = new ImportPreviewBuilder();
        var resultRun = await RunAsync(run, files, importPreviewBuilder, progress, ct);
        return (resultRun, importPreviewBuilder.Build(run.Id));
    }

    /// <summary>Reads a run's files from the start, and also collects the URLs of missing media files.</summary>
    public async Task<ImportCheck> CheckAsync(ImportRun run, IReadOnlyList<ImportableFile> files, CancellationToken ct)
    {
        var importPreviewBuilder = new ImportPreviewBuilder(keepsAddresses: true);
        var resultRun = await RunAsync(run, files, importPreviewBuilder, null, ct);
        return new(resultRun, importPreviewBuilder.Build(run.Id).Media, importPreviewBuilder.MissingUrls);
    }

    private Task<ImportRun> RunAsync(ImportRun run, IReadOnlyList<ImportableFile> files, ImportPreviewBuilder importPreviewBuilder,
        IProgress<ImportRun>? progress, CancellationToken ct) =>
        import.RunAsync(run.WithProgressReset(), [.. files.Select(file => file with { PostsPerBatch = PostsPerBatch })],
            importPreviewBuilder, progress, ct);
}
