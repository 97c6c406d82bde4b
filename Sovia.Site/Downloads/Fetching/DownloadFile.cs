namespace Sovia.Downloads.Fetching;

/// <summary>Brings one file to its place, or says why not. Either the whole, checked file lies there afterwards or none does.</summary>
public sealed class DownloadFile(FetchFile fetch, DownloadFolder place, PlaceholderDetector placeholderDetector,
    DownloadEvents downloadEvents)
{
    // What came so far is worth keeping: the next attempt goes on with it.
    private static readonly HashSet<string> Kept =
        [DownloadErrorCode.Timeout, DownloadErrorCode.Unreachable, DownloadErrorCode.WrongLength, DownloadErrorCode.DiskFull,
            DownloadErrorCode.TooMany, DownloadErrorCode.ServerError];

    /// <summary>Fetches, checks and names it.</summary>
    /// <param name="missingFile">The file.</param>
    /// <param name="runId">The run that fetches.</param>
    /// <param name="withdrawn">Told of another post whose clip turned out to be the same placeholder, before this one is refused.</param>
    /// <param name="ct">Cancels; what came so far stays for the next attempt.</param>
    /// <returns>Its length in bytes.</returns>
    /// <exception cref="DownloadException">It cannot be had.</exception>
    internal async Task<long> RunAsync(MissingFile missingFile, Guid runId, Action<ServedClip> withdrawn, CancellationToken ct)
    {
        try
        {
            var path = place.ResolvePath(missingFile.Target);
            using var part = PartFile.Open(path);
            try
            {
                var sha256 = await fetch.FetchAsync(part, missingFile, place.Root, ct);
                if (await placeholderDetector.IsPlaceholderAsync(missingFile, sha256, runId, first => WithdrawAsync(first, withdrawn), ct))
                    throw new DownloadException(DownloadErrorCode.Placeholder, PlaceholderReason);
                var length = part.Length;
                part.MoveToTarget();
                downloadEvents.RaiseFileDownloaded(missingFile.PostId, path);
                return length;
            }
            catch (DownloadException e) when (!Kept.Contains(e.Code))
            {
                part.Discard();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DiskSpace.ToException(e);
        }
    }

    /// <summary>What is said of a placeholder.</summary>
    public const string PlaceholderReason = "The host returned the same placeholder video for several items.";

    // The user may have put a file of their own in the first one's place since. An earlier version could leave the first one's behind.
    private async Task WithdrawAsync(ServedClip first, Action<ServedClip> withdrawn)
    {
        var path = place.ResolvePath(first.Target);
        if ((first.IsPlaceholder && !File.Exists(path))
            || !await DownloadCleanup.DeleteIfUnchangedAsync(path, first.Id, CancellationToken.None)) return;
        withdrawn(first);
        downloadEvents.RaisePlaceholderRemoved(first.PostId, path);
    }
}
