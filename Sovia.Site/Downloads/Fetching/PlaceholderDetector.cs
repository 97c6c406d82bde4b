using Marten;
using Sovia.Library;

namespace Sovia.Downloads.Fetching;

/// <summary>Knows the clip that a host serves in place of missing ones: no two clips are alike to the byte.</summary>
public sealed class PlaceholderDetector(ISessionFactory sessions) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);

    /// <summary>Notes a clip that came whole, and tells whether it is a placeholder.</summary>
    /// <param name="missingFile">For what it was served.</param>
    /// <param name="sha256">Its content.</param>
    /// <param name="runId">The run that fetched it.</param>
    /// <param name="withdraw">Takes away the file of the first to be served it, who was given a placeholder too. Where it throws, nothing
    /// is noted, so that it is done again.</param>
    /// <param name="ct">Cancels before anything is taken away.</param>
    public async Task<bool> IsPlaceholderAsync(MissingFile missingFile, string sha256, Guid runId, Func<ServedClip, Task> withdraw,
        CancellationToken ct)
    {
        // Stills do occur twice: the same picture uploaded again gets another id.
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
