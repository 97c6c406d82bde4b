namespace Sovia.Curation;

/// <summary>
/// Generates batch IDs that sort in order of creation: each ID has a later millisecond than the one before.
/// </summary>
internal static class BatchIdGenerator
{
    private static long last;

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
