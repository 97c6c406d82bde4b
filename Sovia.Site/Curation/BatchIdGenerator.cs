namespace Sovia.Curation;

/// <summary>
/// Ids of batches, which sort in the order in which they were given: each begins with a later millisecond than the one before.
/// </summary>
internal static class BatchIdGenerator
{
    private static long last;

    /// <summary>The next id.</summary>
    public static Guid Next(DateTimeOffset now)
    {
        while (true)
        {
            var before = Volatile.Read(ref last);
            var time = Math.Max(now.ToUnixTimeMilliseconds(), before + 1);
            if (Interlocked.CompareExchange(ref last, time, before) == before)
                return Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(time));
        }
    }
}
