using Sovia.Index.Versions;
using Sovia.Jobs;
using Sovia.Library;

namespace Sovia.Prompts;

/// <summary>Updates the prompt table before it is read, within the time that a request may wait.</summary>
public sealed class RefreshPrompts(UpdatePromptTable derive, EnqueueJob enqueue, CurrentTenant tenant, LibraryStateCache versions,
    TimeProvider clock)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>Processes pending changes.</summary>
    /// <returns>
    /// The library state up to which the prompt table is current, for use as a cache key; null if the table is still behind and a job was
    /// enqueued to update it.
    /// </returns>
    public async Task<LibraryState?> RefreshAsync(CancellationToken ct)
    {
        // Read before updating, because later changes belong to a later state.
        var state = await versions.GetCurrentAsync(tenant.Id, ct);
        if (!await derive.HasPendingAsync(ct)) return state;
        var startTimestamp = clock.GetTimestamp();
        do
            if (!await derive.UpdateNextAsync(ct)) return state;
        while (clock.GetElapsedTime(startTimestamp) < Timeout);
        await enqueue.RunAsync(PromptsJob.JobName);
        return null;
    }
}
