using Marten;

namespace Sovia.Import;

/// <summary>Records which files were imported before, identified by their bytes.</summary>
internal static class ImportedFileStore
{
    /// <summary>Returns the latest run that imported these files; null unless finished runs imported all of them.</summary>
    public static async Task<ImportRun?> FindPreviousImportAsync(IQuerySession session, IReadOnlyList<ImportSource> sources,
        CancellationToken ct)
    {
        var hashes = GetHashes(sources);
        var importedFiles = await session.LoadManyAsync<ImportedFile>(ct, hashes);
        if (hashes.Length == 0 || importedFiles.Count < hashes.Length || sources.Any(source => source.Sha256 is null)) return null;
        var runs = await ReadFinishedRunsAsync(session, importedFiles, ct);
        return importedFiles.All(file => runs.ContainsKey(file.Run)) ? runs.Values.MaxBy(run => run.FinishedAt) : null;
    }

    /// <summary>Records the files of a finished run; the caller saves. A file stays assigned to the first run that imported it.</summary>
    public static async Task AddAsync(IDocumentSession session, ImportRun run, CancellationToken ct)
    {
        var hashes = GetHashes(run.Sources);
        var importedFiles = await session.LoadManyAsync<ImportedFile>(ct, hashes);
        var runs = await ReadFinishedRunsAsync(session, importedFiles, ct);
        foreach (var hash in hashes.Except(importedFiles.Where(file => runs.ContainsKey(file.Run)).Select(file => file.Id)))
            session.Store(new ImportedFile(hash, run.Id, run.FinishedAt ?? run.StartedAt));
    }

    private static string[] GetHashes(IReadOnlyList<ImportSource> sources) =>
        [.. sources.Select(source => source.Sha256).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static async Task<Dictionary<Guid, ImportRun>> ReadFinishedRunsAsync(IQuerySession session, IReadOnlyList<ImportedFile> files,
        CancellationToken ct) =>
        (await session.LoadManyAsync<ImportRun>(ct, files.Select(file => file.Run).Distinct().ToArray()))
        .Where(run => run.State == ImportState.Finished).ToDictionary(run => run.Id);
}
