using Sovia.Jobs;

namespace Sovia.Prompts;

/// <summary>Brings prompts up to date for whoever is about to read them, as far as that takes no longer than they may wait.</summary>
public sealed class CurrentPrompts(DerivePrompts derive, EnqueueJob enqueue, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Works out what has changed.</summary>
    /// <returns>Whether prompts are now as the library is; where not, the rest is worked out in the background.</returns>
    public async Task<bool> BringUpToDateAsync(CancellationToken ct)
    {
        if (!await derive.IsDueAsync(ct)) return true;
        var from = clock.GetTimestamp();
        do
            if (!await derive.SomeAsync(ct)) return true;
        while (clock.GetElapsedTime(from) < Patience);
        await enqueue.RunAsync(PromptsJob.JobName);
        return false;
    }
}
