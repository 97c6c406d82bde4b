namespace Sovia.Pages.Gallery;

/// <summary>How long a page waits for a number that it can do without.</summary>
public static class Counting
{
    /// <summary>Small libraries are counted well within this; of large ones the page comes first and the number follows.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(80);

    /// <summary>The number, or null where it takes longer. It is counted to its end all the same, and kept.</summary>
    public static async Task<int?> WithinAsync(this Task<int> counting, TimeSpan patience)
    {
        if (await Task.WhenAny(counting, Task.Delay(patience)) == counting && !counting.IsFaulted) return await counting;
        _ = counting.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return null;
    }
}
