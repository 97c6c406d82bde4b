using Sovia.Index.Versions;
using Sovia.Storage;

namespace Sovia.Similarity;

/// <summary>
/// Keeps the similarity indexes of this process up to date. Each process has its own, because an index lives in memory and takes only
/// seconds to build. Starts with the libraries that have a stored index, adds those that are requested, and drops those not requested for
/// an hour.
/// </summary>
public sealed partial class SimilarityIndexUpdater(
    SimilarityIndexCache similarity, UpdateSimilarityIndex update, SimilarityIndexStore files, LibraryStateCache versions,
    ActiveLibraries known, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<SimilarityIndexUpdater> logger)
    : BackgroundService
{
    // Building an index larger than this leaves garbage of several times its size, which is collected once readers have the index.
    private const int MinSizeToCollect = 20_000;

    private static readonly TimeSpan MinPause = TimeSpan.FromSeconds(1), MaxPause = TimeSpan.FromSeconds(2),
        SaveInterval = TimeSpan.FromMinutes(10), IdleTimeout = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var updateTasks = new List<Task> { TrackStoredLibrariesAsync(stoppingToken) };
        try
        {
            await foreach (var library in similarity.NewLibraries.ReadAllAsync(stoppingToken))
            {
                updateTasks.RemoveAll(task => task.IsCompleted);
                updateTasks.Add(Task.Run(() => KeepUpdatedAsync(library, stoppingToken), CancellationToken.None));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site is stopping.
        }
        await Task.WhenAll(updateTasks);
    }

    // Starts late, so as not to delay the first page.
    private async Task TrackStoredLibrariesAsync(CancellationToken ct)
    {
        try
        {
            var started = new TaskCompletionSource();
            await using (lifetime.ApplicationStarted.Register(() => started.TrySetResult())) await started.Task.WaitAsync(ct);
            await Task.Delay(MinPause, clock, ct);
            foreach (var library in await known.ReadIdsAsync(ct))
                if (files.Exists(library)) similarity.Track(library);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The site is stopping.
        }
        catch (Exception e)
        {
            LogUpdateFailed(e.Message);
        }
    }

    private async Task KeepUpdatedAsync(TrackedLibrary library, CancellationToken ct)
    {
        using var libraryScope = CurrentLibrary.Enter(library.Name);
        var (savedAt, savedStamp, lastError) = ((long?)null, "", "");
        IndexSegment? collectedSegment = null;
        while (!ct.IsCancellationRequested && clock.GetElapsedTime(library.LastRequestedAt) < IdleTimeout)
            try
            {
                if (library.Current is null)
                {
                    library.Current = await Task.Run(() => files.Load(library.Name), ct);
                    savedStamp = library.Current?.Stamp ?? "";
                    collectedSegment = library.Current?.Index.MainSegment;
                }
                var startTimestamp = clock.GetTimestamp();
                if ((await versions.GetCurrentAsync(library.Name, ct)).ContentStamp != library.Current?.Stamp)
                    library.Current = await update.RunAsync(library.Name, library.Current, ct);
                // Does not save during an import, and rarely afterwards: the file is large, and later changes are quick to apply.
                else if (savedStamp != library.Current.Stamp && library.Current.Index.Count > 0
                    && (savedAt is null || clock.GetElapsedTime(savedAt.Value) > SaveInterval))
                {
                    // Set before saving, so that a failed attempt, for example on a full disk, is not repeated at once.
                    savedAt = clock.GetTimestamp();
                    await Task.Run(() => files.Save(library.Name, library.Current), ct);
                    savedStamp = library.Current.Stamp;
                }
                lastError = "";
                library.SignalUpdated();
                if (!ReferenceEquals(collectedSegment, library.Current.Index.MainSegment) && library.Current.Index.Count > MinSizeToCollect)
                {
                    // Leaves the stack of the methods that built the index, because they still refer to what they built it from.
                    await Task.Yield();
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                }
                collectedSegment = library.Current.Index.MainSegment;
                // Updates take at most a tenth of the time during an import, and leave the rest to the import.
                await library.WaitForRequestAsync(
                    TimeSpan.FromTicks(Math.Clamp(9 * clock.GetElapsedTime(startTimestamp).Ticks, MinPause.Ticks, MaxPause.Ticks)), ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                // Catches everything, because an unhandled exception would stop the site, which works with an outdated index. Logs a
                // repeated message only once.
                if (lastError != e.Message) LogUpdateFailed(lastError = e.Message);
                library.SignalUpdated();
                await Task.Delay(MinPause, clock, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                // The site is stopping.
            }
        similarity.Release(library);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Can't update the similarity index: {Reason}")]
    private partial void LogUpdateFailed(string reason);
}
