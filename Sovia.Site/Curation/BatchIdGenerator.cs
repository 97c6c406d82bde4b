namespace Sovia.Curation;

/// <summary>
/// Generates batch IDs that sort in order of creation: each ID has a later millisecond than the one before.
/// </summary>
internal static class BatchIdGenerator
{
    private static long lastTime;

    public static Guid Next(DateTimeOffset now)
    {
        while (true)
        {
            var previous = Volatile.Read(ref lastTime);
            var time = Math.Max(now.ToUnixTimeMilliseconds(), previous + 1);
            if (Interlocked.CompareExchange(ref lastTime, time, previous) == previous)
                return Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(time));
        }
    }
}
