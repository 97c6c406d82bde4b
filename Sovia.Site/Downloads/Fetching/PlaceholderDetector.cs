using Marten;
using Sovia.Library;

namespace Sovia.Downloads.Fetching;

/// <summary>
/// Detects the placeholder video that a host serves in place of missing files, because no two real videos are identical byte for byte.
/// </summary>
public sealed class PlaceholderDetector(ISessionFactory sessions) : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(1);

    /// <summary>Records a complete video and returns whether it is a placeholder.</summary>
    /// <param name="missingFile">The file it was served for.</param>
    /// <param name="sha256">The SHA-256 of its content.</param>
    /// <param name="runId">The download run.</param>
    /// <param name="removeFile">Removes the file of the first post with this content, which is a placeholder too. If it throws, nothing is
    /// recorded, so that the removal is retried.</param>
    /// <param name="ct">Cancels before anything is removed.</param>
    public async Task<bool> IsPlaceholderAsync(MissingFile missingFile, string sha256, Guid runId, Func<DownloadedVideo, Task> removeFile,
        CancellationToken ct)
    {
        // Duplicate images are legitimate: an image that is uploaded again gets another ID.
        if (missingFile.Kind != MediaKind.Video) return false;
        await semaphore.WaitAsync(ct);
        try
        {
            await using var session = sessions.OpenSession();
            var clip = await session.LoadAsync<DownloadedVideo>(sha256, ct);
            if (clip is not null && (clip.PostId == missingFile.PostId || clip.Target == missingFile.Target) && !clip.IsPlaceholder)
                return false;
            if (clip is not null) await removeFile(clip);
            session.Store(clip is null ? new() { Id = sha256, PostId = missingFile.PostId, RunId = runId, Target = missingFile.Target }
                : clip with { IsPlaceholder = true });
            await session.SaveChangesAsync(clip is null ? ct : CancellationToken.None);
            return clip is not null;
        }
        finally
        {
            semaphore.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => semaphore.Dispose();
}
