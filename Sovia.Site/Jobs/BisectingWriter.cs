namespace Sovia.Jobs;

/// <summary>
/// Writes many items at once. Where the database refuses that, finds the items it refuses by writing halves, so that the rest goes in.
/// </summary>
public static class BisectingWriter
{
    /// <summary>Writes all that can be written.</summary>
    /// <param name="items">The items.</param>
    /// <param name="write">Writes some of them in a transaction of its own; done again with fewer where the database refuses.</param>
    /// <param name="refused">Told of each item that is refused by itself, with the reason.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task WriteAsync<T>(IReadOnlyList<T> items, Func<IReadOnlyList<T>, CancellationToken, Task> write,
        Action<T, Exception> refused, CancellationToken ct)
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
                refused(items[0], e);
                return;
            }
            var half = items.Count / 2;
            await WriteAsync([.. items.Take(half)], write, refused, ct);
            await WriteAsync([.. items.Skip(half)], write, refused, ct);
        }
    }
}
