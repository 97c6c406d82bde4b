using Sovia.Library.Browsing;

namespace Sovia.Downloads.Lists;

/// <summary>Counts the files in the download lists of a request.</summary>
public sealed class CountListedFiles(FindMissingFiles find, FindHideFilterMatches hidden, TimeProvider clock)
{
    /// <summary>Returns how many files the list of each access contains; null if counting takes longer than a page can wait.</summary>
    /// <param name="request">Selects the files; its access is ignored.</param>
    /// <param name="timeout">How long to count.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyDictionary<HostAccess, long>?> RunAsync(DownloadRequest request, TimeSpan timeout, CancellationToken ct)
    {
        var (counts, startTimestamp) = (Enum.GetValues<HostAccess>().ToDictionary(access => access, _ => 0L), clock.GetTimestamp());
        await foreach (var batch in find.ReadAllBatchesAsync(request, ct))
        {
            var hiddenPosts = await hidden.FindPostsAsync([.. batch.Select(file => file.PostId).Distinct()], ct);
            foreach (var file in batch.Where(file => !hiddenPosts.Contains(file.PostId))) counts[file.Access]++;
            if (clock.GetElapsedTime(startTimestamp) > timeout) return null;
        }
        return counts;
    }
}
