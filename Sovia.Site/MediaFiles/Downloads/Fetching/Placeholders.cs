using Marten;
using Sovia.Library;

namespace Sovia.MediaFiles.Downloads.Fetching;

/// <summary>Knows the clip that a host serves in place of missing ones: no two clips are alike to the byte.</summary>
public sealed class Placeholders(ISessionFactory sessions) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);

    /// <summary>Notes a clip that came whole.</summary>
    /// <returns>Null where it is a clip; otherwise the first to be served it, who was given a placeholder too.</returns>
    public async Task<ServedClip?> NoteAsync(Wanted wanted, string sha256, Guid runId, CancellationToken ct)
    {
        // Stills do occur twice: the same picture uploaded again gets another id.
        if (wanted.Kind != MediaKind.Video) return null;
        await one.WaitAsync(ct);
        try
        {
            await using var session = sessions.OpenSession();
            var known = await session.LoadAsync<ServedClip>(sha256, ct);
            if (known is not null && (known.PostId == wanted.PostId || known.Target == wanted.Target) && !known.IsPlaceholder) return null;
            session.Store(known is null ? new() { Id = sha256, PostId = wanted.PostId, RunId = runId, Target = wanted.Target } : known with { IsPlaceholder = true });
            await session.SaveChangesAsync(ct);
            return known;
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();
}
