using Sovia.Index.Versions;
using Sovia.Storage;

namespace Sovia.Similarity;

/// <summary>
/// Keeps the similarity indexes of this process up to date. Each process has its own, because an index lives in memory and takes only
/// seconds to build. Starts with the libraries that have a stored index, adds those that are requested, and drops those not requested for
/// an hour.
/// </summary>
public sealed partial class SimilarityIndexUpdater(
    SimilarityIndexCache similarity, UpdateSimilarityIndex bring, SimilarityIndexStore files, LibraryStateCache versions,
    ActiveLibraries known, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<SimilarityIndexUpdater> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), LongPause = TimeSpan.FromSeconds(2),
        BetweenSaves = TimeSpan.FromMinutes(10), Kept = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var following = new List<Task> { BeginAsync(stoppingToken) };
        try
        {
            await foreach (var library in similarity.NewLibraries.ReadAllAsync(stoppingToken))
            {
                following.RemoveAll(task => task.IsCompleted);
                following.Add(Task.Run(() => FollowAsync(library, stoppingToken), CancellationToken.None));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site is stopping.
        }
        await Task.WhenAll(following);
    }

    // Starts late, so as not to delay the first page.
    private async Task BeginAsync(CancellationToken ct)
    {
        try
        {
            var started = new TaskCompletionSource();
            await using (lifetime.ApplicationStarted.Register(() => started.TrySetResult())) await started.Task.WaitAsync(ct);
            await Task.Delay(Pause, clock, ct);
            foreach (var library in await known.ReadIdsAsync(ct))
                if (files.Exists(library)) similarity.Track(library);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The site is stopping.
        }
        catch (Exception e)
        {
            LogBehind(e.Message);
        }
    }

    private async Task FollowAsync(TrackedLibrary library, CancellationToken ct)
    {
        using var entered = CurrentLibrary.Enter(library.Name);
        var (savedAt, savedStamp, trouble) = ((long?)null, "", "");
        while (!ct.IsCancellationRequested && clock.GetElapsedTime(library.LastRequestedAt) < Kept)
            try
            {
                if (library.Current is null)
                {
                    library.Current = await Task.Run(() => files.Load(library.Name), ct);
                    savedStamp = library.Current?.Stamp ?? "";
                }
                var from = clock.GetTimestamp();
                if ((await versions.GetCurrentAsync(library.Name, ct)).ContentStamp != library.Current?.Stamp)
                    library.Current = await bring.RunAsync(library.Name, library.Current, ct);
                // Does not save during an import, and rarely afterwards: the file is large, and later changes are quick to apply.
                else if (savedStamp != library.Current.Stamp && library.Current.Index.Count > 0
                    && (savedAt is null || clock.GetElapsedTime(savedAt.Value) > BetweenSaves))
                {
                    // Set first: an attempt that fails, on a full disk for example, is not repeated at once.
                    savedAt = clock.GetTimestamp();
                    await Task.Run(() => files.Save(library.Name, library.Current), ct);
                    savedStamp = library.Current.Stamp;
                }
                trouble = "";
                library.SignalUpdated();
                // Updates take at most a tenth of the time during an import, and leave the rest to the import.
                await library.WaitForRequestAsync(
                    TimeSpan.FromTicks(Math.Clamp(9 * clock.GetElapsedTime(from).Ticks, Pause.Ticks, LongPause.Ticks)), ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                // Catches everything, because an unhandled exception would stop the site, which works with an outdated index. Logs a
                // repeated message only once.
                if (trouble != e.Message) LogBehind(trouble = e.Message);
                library.SignalUpdated();
                await Task.Delay(Pause, clock, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                // The site is stopping.
            }
        similarity.Release(library);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Similar posts are behind the library: {Reason}")]
    private partial void LogBehind(string reason);
}
