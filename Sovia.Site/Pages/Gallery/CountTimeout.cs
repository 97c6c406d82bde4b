namespace Sovia.Pages.Gallery;

/// <summary>How long a page waits for a number that it can do without.</summary>
public static class CountTimeout
{
    // Small libraries are counted well within this; of large ones the results come first and the number follows.
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(80);

    // Who loads a whole page may have no scripts to fetch the number with: it is left out only where it would hold the page up badly.
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1.5);

    // The next letter is not far, and results are to be there before it.
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(5);

    /// <summary>How far the results of a search that is still being typed are counted: the next letter makes it another.</summary>
    public const int MaxWhileTyping = 1_000;

    /// <summary>How long results wait for their number.</summary>
    /// <param name="isFragment">Whether a script asked, which can fetch the number by itself.</param>
    /// <param name="isHurried">Whether the search is being typed, in a library where counting can take long.</param>
    public static TimeSpan GetTimeout(bool isFragment, bool isHurried) => isHurried ? AtOnce : isFragment ? Soon : Long;

    /// <summary>The number, or null where it takes longer. It is counted to its end all the same, and kept.</summary>
    public static async Task<int?> WaitOrNullAsync(this Task<int> counting, TimeSpan patience)
    {
        if (await Task.WhenAny(counting, Task.Delay(patience)) == counting && !counting.IsFaulted) return await counting;
        _ = counting.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
        return null;
    }
}
