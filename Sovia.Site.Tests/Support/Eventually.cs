using System.Diagnostics;

namespace Sovia.Tests.Support;

/// <summary>Waits for what must become true.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    /// <summary>Asks again and again, and fails after a minute.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        for (var clock = Stopwatch.StartNew(); !await condition();)
        {
            Assert.True(clock.Elapsed < Timeout, $"waited a minute in vain: {what}");
            await Task.Delay(20);
        }
    }
}
