namespace Sovia.Pages.Gallery;

/// <summary>The time that a page waits for a count that it can omit.</summary>
public static class CountTimeout
{
    // Long enough for small libraries; in large ones the results come first and the count follows.
    private static readonly TimeSpan Fragment = TimeSpan.FromMilliseconds(80);

    // A full page load may run without JavaScript and cannot fetch the count later, so it waits longer.
    private static readonly TimeSpan WholePage = TimeSpan.FromSeconds(1.5);

    // Short, because results must appear before the next keystroke.
    private static readonly TimeSpan WhileTyping = TimeSpan.FromMilliseconds(5);

    /// <summary>Limit of the count while a search is being typed, because the next keystroke makes it obsolete.</summary>
    public const int MaxWhileTyping = 1_000;

    /// <summary>Returns the time that results wait for their count.</summary>
    /// <param name="isFragment">Whether a script sent the request and can fetch the count separately.</param>
    /// <param name="isHurried">Whether the search is being typed, in a library where counting can take long.</param>
    public static TimeSpan GetTimeout(bool isFragment, bool isHurried) => isHurried ? WhileTyping : isFragment ? Fragment : WholePage;

    /// <summary>Returns the count, or null on timeout. Counting continues in the background, and its result is cached.</summary>
    public static async Task<int?> WaitOrNullAsync(this Task<int> counting, TimeSpan timeout)
    {
        if (await Task.WhenAny(counting, Task.Delay(timeout)) == counting && !counting.IsFaulted) return await counting;
        _ = counting.ContinueWith(task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
        return null;
    }
}
