using Sovia.Index.Versions;
using Sovia.Jobs;
using Sovia.Library;

namespace Sovia.Prompts;

/// <summary>Brings prompts up to date for whoever is about to read them, as far as that takes no longer than they may wait.</summary>
public sealed class RefreshPrompts(UpdatePromptTable derive, EnqueueJob enqueue, CurrentTenant tenant, LibraryStateCache versions,
    TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Works out what has changed.</summary>
    /// <returns>
    /// A state of the library that prompts are not older than, under which what is read of them now may be kept; null where they are
    /// behind, and the rest is worked out in the background.
    /// </returns>
    public async Task<LibraryState?> RefreshAsync(CancellationToken ct)
    {
        // First: what changes while this works belongs to another state.
        var state = await versions.GetCurrentAsync(tenant.Id, ct);
        if (!await derive.HasPendingAsync(ct)) return state;
        var from = clock.GetTimestamp();
        do
            if (!await derive.UpdateNextAsync(ct)) return state;
        while (clock.GetElapsedTime(from) < Patience);
        await enqueue.RunAsync(PromptsJob.JobName);
        return null;
    }
}
