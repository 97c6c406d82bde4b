namespace Sovia.Jobs;

/// <summary>
/// Writes many items at once. If the database rejects the data, bisects the items to find the rejected ones, so that the rest is written.
/// </summary>
public static class BisectingWriter
{
    /// <summary>Writes all items that the database accepts.</summary>
    /// <param name="items">The items.</param>
    /// <param name="write">Writes items in one transaction; called again with fewer items if the database rejects them.</param>
    /// <param name="onRejected">Called with each rejected item and the reason.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task WriteAsync<T>(IReadOnlyList<T> items, Func<IReadOnlyList<T>, CancellationToken, Task> write,
        Action<T, Exception> onRejected, CancellationToken ct)
    {
        if (items.Count == 0) return;
        try
        {
            await write(items, ct);
        }
        catch (Exception e) when (DatabaseErrorClassifier.IsDataError(e))
        {
            if (items.Count == 1)
            {
                onRejected(items[0], e);
                return;
            }
            var half = items.Count / 2;
            await WriteAsync([.. items.Take(half)], write, onRejected, ct);
            await WriteAsync([.. items.Skip(half)], write, onRejected, ct);
        }
    }
}
