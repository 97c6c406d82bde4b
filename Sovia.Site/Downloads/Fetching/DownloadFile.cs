namespace Sovia.Downloads.Fetching;

/// <summary>
/// Downloads one file to its target path, or throws the reason. Afterwards the path has either the complete, verified file or none.
/// </summary>
public sealed class DownloadFile(FetchToPartFile fetch, DownloadFolder downloadFolder, PlaceholderDetector placeholderDetector,
    DownloadEvents downloadEvents)
{
    // Errors after which the part file is kept, because the next attempt can resume from it.
    private static readonly HashSet<string> ResumableErrors =
        [DownloadErrorCode.Timeout, DownloadErrorCode.Unreachable, DownloadErrorCode.WrongLength, DownloadErrorCode.DiskFull,
            DownloadErrorCode.TooMany, DownloadErrorCode.ServerError];

    /// <summary>Fetches the file, verifies it and moves it to its target path.</summary>
    /// <param name="missingFile">The file.</param>
    /// <param name="runId">The download run.</param>
    /// <param name="onRemoved">Called with an earlier post whose video turned out to be the same placeholder, before this one is
    /// refused.</param>
    /// <param name="ct">Cancels; the part file is kept for the next attempt.</param>
    /// <returns>The length of the file in bytes.</returns>
    /// <exception cref="DownloadException">The file cannot be downloaded.</exception>
    internal async Task<long> RunAsync(MissingFile missingFile, Guid runId, Action<DownloadedVideo> onRemoved, CancellationToken ct)
    {
        try
        {
            var path = downloadFolder.ResolvePath(missingFile.Target);
            using var part = PartFile.Open(path);
            try
            {
                var sha256 = await fetch.FetchAsync(part, missingFile, downloadFolder.Root, ct);
                if (await placeholderDetector.IsPlaceholderAsync(missingFile, sha256, runId, clip => RemoveFileAsync(clip, onRemoved), ct))
                    throw new DownloadException(DownloadErrorCode.Placeholder, PlaceholderReason);
                var length = part.Length;
                part.MoveToTarget();
                downloadEvents.RaiseFileDownloaded(missingFile.PostId, path);
                return length;
            }
            catch (DownloadException e) when (!ResumableErrors.Contains(e.Code))
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

    /// <summary>The reason reported for a placeholder.</summary>
    public const string PlaceholderReason = "The host returned the same placeholder video for several items.";

    // Deletes only unchanged content, because the user may have replaced the first file since. Also checks known placeholders, because an
    // earlier version could leave the first file behind.
    private async Task RemoveFileAsync(DownloadedVideo clip, Action<DownloadedVideo> onRemoved)
    {
        var path = downloadFolder.ResolvePath(clip.Target);
        if ((clip.IsPlaceholder && !File.Exists(path))
            || !await DownloadCleanup.DeleteIfUnchangedAsync(path, clip.Id, CancellationToken.None)) return;
        onRemoved(clip);
        downloadEvents.RaisePlaceholderRemoved(clip.PostId, path);
    }
}
