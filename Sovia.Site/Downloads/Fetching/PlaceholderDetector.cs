using Marten;
using Sovia.Library;

namespace Sovia.Downloads.Fetching;

/// <summary>
/// Detects the placeholder video that a host serves in place of missing files, because no two real videos are identical byte for byte.
/// </summary>
public sealed class PlaceholderDetector(ISessionFactory sessions) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);

    /// <summary>Records a complete video and returns whether it is a placeholder.</summary>
    /// <param name="missingFile">The file it was served for.</param>
    /// <param name="sha256">The SHA-256 of its content.</param>
    /// <param name="runId">The download run.</param>
    /// <param name="withdraw">Removes the file of the first post with this content, which is a placeholder too. If it throws, nothing is
    /// recorded, so that the removal is retried.</param>
    /// <param name="ct">Cancels before anything is removed.</param>
    public async Task<bool> IsPlaceholderAsync(MissingFile missingFile, string sha256, Guid runId, Func<ServedClip, Task> withdraw,
        CancellationToken ct)
    {
        // Duplicate images are legitimate: an image that is uploaded again gets another id.
        if (missingFile.Kind != MediaKind.Video) return false;
        await one.WaitAsync(ct);
        try
        {
            await using var session = sessions.OpenSession();
            var known = await session.LoadAsync<ServedClip>(sha256, ct);
            if (known is not null && (known.PostId == missingFile.PostId || known.Target == missingFile.Target) && !known.IsPlaceholder)
                return false;
            if (known is not null) await withdraw(known);
            session.Store(known is null ? new() { Id = sha256, PostId = missingFile.PostId, RunId = runId, Target = missingFile.Target }
                : known with { IsPlaceholder = true });
            await session.SaveChangesAsync(known is null ? ct : CancellationToken.None);
            return known is not null;
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();
}
