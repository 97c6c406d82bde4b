using Marten;
using Sovia.Downloads.Fetching;
using Sovia.Import.Previews;
using Sovia.Index.Writing;
using Sovia.Jobs;
using Sovia.Library;
using Sovia.Media.Matching;
using Sovia.Media.Scanning;

namespace Sovia.Import;

/// <summary>
/// Reads files into the library: the use case behind both the web form and the command line. Progress is saved together with the posts,
/// so a run may crash at any point and resume.
/// </summary>
public sealed partial class ImportFiles(ISessionFactory sessions, RematchFiles matching, StoreUpload uploads, TimeProvider clock,
    ILogger<ImportFiles> logger)
{
    // From this many posts on, the word counts and the table statistics must be refreshed.
    private const int MaintenanceThreshold = 500;

    private readonly StoreEmbeddedMedia storeMedia = new(uploads);

    /// <summary>Imports the files of a run from its stored progress to the end.</summary>
    /// <param name="run">A stored run.</param>
    /// <param name="files">The run's files, in the order of its sources.</param>
    /// <param name="dryRun">True to compute the result and write nothing.</param>
    /// <param name="progress">Reported to after each batch.</param>
    /// <param name="ct">Stops between batches; the run keeps its progress and can resume later.</param>
    public Task<ImportRun> RunAsync(ImportRun run, IReadOnlyList<ImportableFile> files, bool dryRun, IProgress<ImportRun>? progress,
        CancellationToken ct) =>
        RunAsync(run, files, dryRun ? new ImportPreviewBuilder() : null, progress, ct);

    /// <summary>Imports the files of a run, or only collects their preview and writes nothing if a builder is given.</summary>
    internal async Task<ImportRun> RunAsync(ImportRun run, IReadOnlyList<ImportableFile> files, ImportPreviewBuilder? importPreviewBuilder,
        IProgress<ImportRun>? progress, CancellationToken ct)
    {
        var dryRun = importPreviewBuilder is not null;
        var tally = new ImportTally(run);
        await using var writer = new ImportBatchWriter(sessions, clock, tally, run.Progress, dryRun, progress);
        var now = clock.GetUtcNow();
        run = run with { State = ImportState.Importing, BegunAt = run.BegunAt ?? now, Pace = new(now, run.BytesRead, run.Counts.Posts) };
        for (var index = 0; index < files.Count && !run.HasEnded; index++)
            run = await ReadFileAsync(run, index, files[index], tally, writer, importPreviewBuilder, ct);
        run = await writer.FlushAsync(run);
        if (!dryRun && tally.Counts.New + tally.Counts.Changed >= MaintenanceThreshold) await MaintainIndexesAsync(ct);
        if (run.HasEnded)
        {
            if (!dryRun) await SaveAsync(run, writer, ct);
            return run;
        }
        // Matches files that were found before their posts were imported.
        if (!dryRun && tally.Counts.New > 0) await matching.RunAsync(ct);
        run = tally.ApplyTo(run) with { State = GetFinalState(tally), FinishedAt = clock.GetUtcNow(), BytesRead = run.BytesTotal };
        if (importPreviewBuilder is not null) run = run with { Counts = run.Counts with { Families = importPreviewBuilder.FamilyCount } };
        if (run.State == ImportState.Failed) run = run with { Failure = run.Issues.FirstOrDefault(issue => issue.Rejected)?.Reason };
        if (!dryRun) await SaveAsync(run, writer, ct);
        if (!dryRun) LogFinished(run.Id, run.Counts.Posts, run.Counts.New, run.Counts.Changed, run.Counts.Rejected);
        progress?.Report(run);
        return run;
    }

    private async Task<ImportRun> ReadFileAsync(ImportRun run, int index, ImportableFile file, ImportTally tally, ImportBatchWriter writer,
        ImportPreviewBuilder? importPreviewBuilder, CancellationToken ct)
    {
        var priorBytes = run.Sources.Take(index).Sum(source => source.Size);
        // Items that an earlier attempt has written are read again only to count each post once.
        var writtenItems = run.Progress.Files > index ? int.MaxValue : run.Progress.Files == index ? run.Progress.Items : 0;
        ImportBatchReader? batchReader = null;
        batchReader = new ImportBatchReader(file, writtenItems, async (media, ct) =>
        {
            if (importPreviewBuilder is not null) importPreviewBuilder.Add(media.Name);
            else if (await storeMedia.RunAsync(media, file.Name, ct) is { } issue) batchReader!.RemainingBatch.Issues.Add(issue);
        }, new OwnerFilter(run.OnlyOwner, run.ExcludedOwners));
        try
        {
            await using var stream = new HashingStream(file.Open());
            await foreach (var (batch, items) in batchReader.ReadAsync(stream, ct))
                if (items <= writtenItems) await AddAlreadyCountedAsync(batch, tally, ct);
                else
                {
                    await AddToPreviewAsync(importPreviewBuilder, batch, ct);
                    run = await writer.AddAsync(run with { BytesRead = priorBytes + stream.BytesRead, Progress = new(index, items) }, batch,
                        file.Name, ct);
                    if (run.HasEnded) return run;
                }
            var sources = run.Sources.Select((source, i) => i == index ? source with { Sha256 = stream.ComputeSha256() } : source).ToList();
            run = run with { Sources = sources, BytesRead = priorBytes + file.Size, Progress = new(index + 1, 0) };
        }
        // Reading never causes this error: a copy of the file or of its media could not be written.
        catch (IOException e) when (DiskSpace.IsFull(e))
        {
            throw StoreEmbeddedMedia.CreateStorageException(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await batchReader.DrainAsync();
            batchReader.RemainingBatch.Issues
                .Add(new(IssueCode.Unreadable, file.Name, "$", DescribeUnreadable(e), Rejected: true));
            run = run with { Progress = new(index + 1, 0) };
        }
        if (writtenItems == int.MaxValue)
        {
            await AddAlreadyCountedAsync(batchReader.RemainingBatch, tally, ct);
            return run;
        }
        await AddToPreviewAsync(importPreviewBuilder, batchReader.RemainingBatch, ct);
        return await writer.AddAsync(run, batchReader.RemainingBatch, file.Name, ct);
    }

    private async Task AddToPreviewAsync(ImportPreviewBuilder? importPreviewBuilder, ImportBatch batch, CancellationToken ct)
    {
        if (importPreviewBuilder is null) return;
        await using var session = sessions.QuerySession();
        importPreviewBuilder.Add(batch.Posts, await LibraryPost.ReadAsync(session, importPreviewBuilder.FindUnknownIds(batch.Posts), ct));
    }

    private async Task AddAlreadyCountedAsync(ImportBatch batch, ImportTally tally, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        var ids = batch.Posts.Select(incomingPost => incomingPost.Post.Id).Distinct().ToArray();
        tally.AddAlreadyCounted(await session.Query<Post>().Where(post => post.Id.IsOneOf(ids))
            .Select(post => new CountedPost(post.Id, post.RootId)).ToListAsync(ct));
    }

    private async Task MaintainIndexesAsync(CancellationToken ct)
    {
        try
        {
            await using var session = sessions.OpenSession();
            await IndexMaintenance.RunAsync(session, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException && DatabaseErrorClassifier.FindNpgsqlException(e) is not null)
        {
            LogMaintenanceFailed(e);
        }
    }

    private async Task SaveAsync(ImportRun run, ImportBatchWriter writer, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await session.BeginTransactionAsync(ct);
        await writer.VerifyProgressAsync(session, run.Id, ct);
        session.Store(run);
        if (run.State == ImportState.Finished) await ImportedFileStore.AddAsync(session, run, ct);
        await session.SaveChangesAsync(ct);
    }

    private static string DescribeUnreadable(Exception e) => e switch
    {
        UnauthorizedAccessException => "Sovia isn't allowed to read the file.",
        InvalidDataException or EndOfStreamException => "The file is damaged and can't be unpacked.",
        _ => $"Can't read the file: {e.Message}",
    };

    private static ImportState GetFinalState(ImportTally tally) =>
        tally.Counts.Posts == 0 && tally.NothingWasReadable ? ImportState.Failed : ImportState.Finished;

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Import {Run}: {Posts} posts, {New} new, {Changed} changed, {Rejected} rejected")]
    private partial void LogFinished(Guid run, int posts, int @new, int changed, int rejected);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Index maintenance failed after an import: searches are slower until the next import or start of the site")]
    private partial void LogMaintenanceFailed(Exception exception);
}
